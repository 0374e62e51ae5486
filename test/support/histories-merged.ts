import type { CommandTo } from './histories-commands.js';
import type { ReportDraft } from './histories-reports.js';

/** A draft with what a correction takes from its own. */
export function merged(before: ReportDraft, { of, draft }: CommandTo<'correct'>): ReportDraft {
  switch (of) {
    case 'all':
      return draft;
    case 'data':
      return { ...before, data: draft.data };
    case 'occurred':
      return { ...before, occurred: draft.occurred };
    case 'source':
      return { ...before, source: draft.source };
    case 'claim':
      return { ...before, by: draft.by, via: draft.via, form: draft.form };
    case 'modality':
    case 'party':
    case 'until':
    case 'previous':
      return before.data.type === 'PositionStated' && draft.data.type === 'PositionStated'
        ? { ...before, data: { ...before.data, [of]: draft.data[of] } }
        : before;
  }
}
