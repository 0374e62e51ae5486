/** Tells whether a proposition is in use: then its issue is fixed (design 4, "Recorded"). */
export abstract class UsedPropositions {
  /** Whether a report uses a proposition, in any version. @throws StoreUnavailable where the read model lags behind the log */
  abstract isUsed(negotiation: string, proposition: string): Promise<boolean>;
}
