import type { At, Certainty } from '../vocabulary/axes.js';
import type { DayWindow } from '../vocabulary/edtf-window.js';
import type { Entries } from '../vocabulary/events/registry-entries.js';
import type { ReportContent } from '../vocabulary/events/report-content.js';
import type { Position } from '../vocabulary/position.js';

export type Axis = 'occurred' | 'published';

/** Where a report stands as it is seen at a point on the three axes, whatever it says. */
export interface Visible {
  readonly id: string;
  /** O, its ends lowered to `published.hi`. */
  readonly occurred: DayWindow;
  /** P */
  readonly published: DayWindow;
  /** `occurred` as written, or the source's published date: EDTF. */
  readonly occurredAsWritten: string;
  /** Whether the report gives `occurred`. */
  readonly isDated: boolean;
  readonly firstPosition: Position;
  readonly certainty: Certainty;
  /** On which axes it is only possible. */
  readonly uncertain: readonly Axis[];
}

/** A report as it is seen at a point on the three axes. */
export interface VisibleReport extends Visible {
  /** The content in force. */
  readonly content: ReportContent;
  /** The parties whose own words the content gives; null where nobody but the source itself speaks. */
  readonly claimants: readonly string[] | null;
}

/** Entries of one kind as recorded by R. */
export interface Lookup<T> {
  get(id: string): T | undefined;
}

/** The part of the registry that the rules read, as recorded by R. */
export interface Registry {
  readonly negotiation: Entries['negotiation'];
  readonly issue: Lookup<Entries['issue']>;
  readonly proposition: Lookup<Entries['proposition']>;
  readonly plan: Lookup<Entries['plan']>;
  readonly meeting: Lookup<Entries['meeting']>;
}

/** All that an answer rests on: the registry and the reports that are visible at a point. */
export interface Scene {
  readonly at: At;
  readonly registry: Registry;
  /** A set that holds at least the reports that the question touches. */
  readonly reports: readonly VisibleReport[];
}
