/** The party of a person, version by version: null for none, undefined where there is no version. */
export interface RecordedParties {
  /** As registered by an event. */
  by(event: number): string | null | undefined;
  /** As first registered. */
  first(): string | null | undefined;
}

/**
 * The party for which a person speaks in a report: the one registered when the report was first recorded; of who was not registered by
 * then, the first one registered. Design 4, "Recorded".
 * @param report the event that first recorded it
 * @returns null for none, undefined where there is no such person
 */
export function partyWhenRecorded(parties: RecordedParties, report: number): string | null | undefined {
  const then = parties.by(report);
  return then === undefined ? parties.first() : then;
}
