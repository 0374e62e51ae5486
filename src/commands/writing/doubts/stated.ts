import type { Stated, StatedContent } from '../../../ports/reports-beside.js';
import type { ReportContent } from '../../../vocabulary/events/report-content.js';
import type { ReportedDate } from '../../../vocabulary/reported-date.js';
import type { Registry } from '../registry.js';

/** What a content says that parties hold in somebody's words; undefined where it says nothing of the kind. */
export function statedIn(content: ReportContent, published: ReportedDate, registry: Registry | undefined): Stated | undefined {
  const wordless = withoutTexts(content);
  if (wordless === undefined) return undefined;
  const { claim, type, data } = wordless;
  const claimants = [...claim.by, ...(type === 'PositionStated' && data.speaker !== null ? [data.speaker] : [])];
  if (claimants.length === 0) return undefined;
  const parties: Record<string, string | null> = {};
  for (const actor of claimants) {
    const person = typeof actor === 'string' ? registry?.entry('person', actor) : undefined;
    if (person !== undefined && typeof actor === 'string') parties[actor] = person.entry.party;
  }
  return { content: wordless, published: published.edtf, parties };
}

/** Of each party, and of what it holds something on: a key. */
export function cellsOf({ content }: Stated): string[] {
  if (content.type === 'PositionStated') {
    const { party, proposition, plan } = content.data;
    return [`${party} ${proposition ?? ''} ${plan ?? ''}`];
  }
  const { signatories, propositions } = content.data;
  return [...new Set(signatories.flatMap(({ party }) => propositions.map((proposition) => `${party} ${proposition} `)))];
}

function withoutTexts(content: ReportContent): StatedContent | undefined {
  const bare = { summary: '', source: { id: content.source.id, locator: null, quote: null } };
  switch (content.type) {
    case 'PositionStated':
      return { ...content, ...bare, data: { ...content.data, conditions: [] } };
    case 'AgreementSigned':
      return { ...content, ...bare, data: { ...content.data, conditions: [] } };
    default:
      return undefined;
  }
}
