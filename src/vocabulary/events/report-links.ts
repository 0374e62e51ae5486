export const LINK_KINDS = ['same-as', 'contradicts', 'corroborates'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** One report is said to tell the same as another, to contradict or to corroborate it. Links change no rule of a state. */
export class ReportsLinked {
  readonly type!: 'ReportsLinked';
  readonly negotiation!: string;
  /** The id of the report that the link starts from. */
  readonly id!: string;
  readonly kind!: LinkKind;
  readonly to!: string;
}

/** Takes a link between two reports away. */
export class ReportsUnlinked {
  readonly type!: 'ReportsUnlinked';
  readonly negotiation!: string;
  readonly id!: string;
  readonly kind!: LinkKind;
  readonly to!: string;
}
