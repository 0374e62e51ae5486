/** As much of the answers as the questions look at. */

/** Whose word a statement is. */
export interface Word {
  readonly voice: string;
  readonly by: readonly Actor[];
  readonly form: string;
  readonly source: string;
}

export type Actor = string | { readonly name: string; readonly party: string | null };

export interface Said extends Word {
  readonly report: string;
  readonly modality: string;
}

export interface Stance extends Word {
  readonly party: string;
  readonly target: { readonly proposition?: string; readonly plan?: string };
  readonly modality: string;
  readonly conditions: readonly { readonly text: string; readonly proposition: string | null }[];
  readonly certainty: string;
  readonly uncertain: readonly string[];
  readonly since: string;
  readonly movement: string | null;
  readonly direction: string | null;
  readonly previous: Said | null;
  readonly contestedBy: readonly Said[];
  readonly lapsed: Said | null;
  readonly evidence: readonly string[];
}

export interface Detail {
  readonly value: unknown;
  readonly evidence: readonly string[];
}

export interface Attendance {
  readonly actor: Actor;
  readonly as: string;
  readonly role: string | null;
  readonly implied: boolean | null;
  readonly online: boolean | null;
  readonly evidence: readonly string[];
}

export interface Meeting {
  readonly id: string;
  readonly status: string;
  readonly certainty: string;
  readonly when: string | null;
  readonly scheduledFor: string | null;
  readonly contestedBy: readonly { readonly report: string; readonly says: string }[];
  readonly details: Readonly<Record<string, readonly Detail[]>>;
  readonly attendance: readonly Attendance[];
  readonly evidence: readonly string[];
}

export interface Blocker {
  readonly kind: string;
  readonly report?: string;
  readonly proposition?: string;
  readonly certainty: string;
  readonly ageDays: number;
  readonly evidence: readonly string[];
}

export interface Assessment {
  readonly report: string;
  readonly by: readonly unknown[];
  readonly measure: { readonly value: number; readonly unit: string; readonly of: string } | null;
}

export interface Issue {
  readonly id: string;
  readonly convergence: string;
  readonly coverage: {
    readonly targets: number;
    readonly propositions: number;
    readonly heard: readonly string[];
    readonly silent: readonly string[];
  };
  readonly children: readonly { readonly id: string; readonly convergence: string; readonly stale: boolean }[];
  readonly targets: readonly {
    readonly proposition: string;
    readonly verdict: string;
    readonly conditional: boolean;
    readonly claimed: readonly { readonly party: string; readonly report: string; readonly modality: string }[];
    readonly contested: boolean;
    readonly for: readonly string[];
    readonly against: readonly string[];
    readonly evidence: readonly string[];
  }[];
  readonly stances: readonly Stance[];
  readonly agreements: readonly {
    readonly report: string;
    readonly signatories: readonly object[];
    readonly propositions: readonly string[];
  }[];
  readonly meetings: readonly { readonly id: string; readonly status: string }[];
  readonly assessments: readonly Assessment[];
  readonly blockers: readonly Blocker[];
  readonly lastEvidence: { readonly report: string; readonly ageDays: number } | null;
  readonly stale: boolean;
}

export interface Report {
  readonly id: string;
  readonly type: string;
  readonly source: { readonly id: string; readonly locator: string | null; readonly quote: string | null };
  readonly certainty: string;
  readonly uncertain: readonly string[];
}
