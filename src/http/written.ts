import type { Warning } from '../vocabulary/warning.js';

/** What a write answers with. */
export class Written {
  constructor(
    readonly receipt: {
      readonly outcome: 'created' | 'changed' | 'unchanged';
      readonly id: string;
      readonly position: bigint;
      readonly recordedAt: string;
      readonly revision: bigint;
      /** What hides it though it is recorded: told where there is something. */
      readonly hiddenBy?: readonly object[];
      /** What is doubtful in it: told where there is something. */
      readonly warnings?: readonly Warning[];
    },
    /** Where the thing is read. */
    readonly location: string,
    /** True where every event that is appended makes something new: a correction, a retraction, a link. */
    readonly appends = false,
  ) {}
}
