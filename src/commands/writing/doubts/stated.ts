import type { Stated, StatedContent, Word } from '../../../ports/reports-beside.js';
import type { PositionStated } from '../../../vocabulary/events/position-stated.js';
import type { ReportContent } from '../../../vocabulary/events/report-content.js';
import type { ReportedDate } from '../../../vocabulary/reported-date.js';
import type { Registry } from '../registry.js';

/** What a content says that parties hold in somebody's words; undefined where it says nothing of the kind. */
export function statedIn(content: ReportContent, registry: Registry | undefined): Stated | undefined {
  if (!isStatement(content)) return undefined;
  const { claim } = content;
  const speaker = content.type === 'PositionStated' ? content.data.speaker : null;
  if (claim.by.length === 0 && speaker === null) return undefined;
  const parties = new Map<string, string | null>();
  for (const actor of [...claim.by, speaker]) {
    const person = typeof actor === 'string' ? registry?.entry('person', actor) : undefined;
    if (person !== undefined && typeof actor === 'string') parties.set(actor, person.entry.party);
  }
  return { content, parties };
}

/** Each party that a content says something of, on each thing, whosever word that is. */
export function wordsOf(content: StatedContent, published: ReportedDate): Word[] {
  const { id: report, occurred } = content;
  const dates = { occurred: occurred?.edtf ?? null, published: published.edtf };
  if (content.type === 'PositionStated') {
    const { party, proposition, plan, modality, until, previous } = content.data;
    return [{ report, party, proposition, plan, modality, ...dates, until: until?.edtf ?? null, previous }];
  }
  const { signatories, propositions } = content.data;
  const pairs = new Map(
    signatories.flatMap(({ party }) => propositions.map((proposition) => [`${party} ${proposition}`, { party, proposition }])),
  );
  return [...pairs.values()].map((pair) => ({
    report,
    ...pair,
    plan: null,
    modality: 'accepts',
    ...dates,
    until: null,
    previous: null,
  }));
}

/** What is stated of a position, without its texts: as much as tells whose word it is. */
export function wordless({ content, parties }: Stated): Stated<PositionStated> | null {
  if (content.type !== 'PositionStated') return null;
  const bare = { summary: '', source: { id: content.source.id, locator: null, quote: null } };
  return { content: { ...content, ...bare, data: { ...content.data, conditions: [] } }, parties };
}

function isStatement(content: ReportContent): content is StatedContent {
  return content.type === 'PositionStated' || content.type === 'AgreementSigned';
}
