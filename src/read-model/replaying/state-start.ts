import type { Part } from '../../rules/replay/parts.js';
import type { At } from '../../vocabulary/axes.js';
import { GroundsReader } from '../reading/grounds-reader.js';
import { allIds } from '../reading/named-ids.js';
import type { QuestionTurns } from '../reading/question-turns.js';
import { SceneReader } from '../reading/scene-reader.js';
import type { NameKind } from '../tables/names.js';
import { paged, PAGE_SIZE } from './paged.js';
import type { FileInUse } from './view-reader.js';

/** Starts a way with the state at a point, part by part, others having their turn in between. What it costs follows the state, not the history. */
export async function startWithState(
  way: { startWith(subjects: readonly Part[]): void },
  source: FileInUse,
  negotiation: string,
  at: At,
  turns: QuestionTurns,
): Promise<void> {
  for await (const parts of new StateAt(source, negotiation, at, turns).parts()) {
    way.startWith(parts);
    await turns.worked();
  }
}

/** What the state at a point may be made of, some of it at a time, in the order of work; some of it may not be there. */
class StateAt {
  private known: SceneReader | undefined;

  constructor(
    private readonly source: FileInUse,
    private readonly negotiation: string,
    private readonly at: At,
    private readonly turns: QuestionTurns,
  ) {}

  async *parts(): AsyncGenerator<readonly Part[]> {
    yield* this.of('proposition', (id) => this.stances('proposition', id));
    yield* this.of('plan', (id) => this.stances('plan', id));
    yield* this.of('proposition', (proposition) => [{ kind: 'verdict', proposition }]);
    yield* this.inPages(
      (last) => this.scene.entries.ids('issue', last),
      (issue) => [
        { kind: 'convergence', issue },
        { kind: 'staleness', issue },
      ],
    );
    yield* this.of('issue', (issue) => this.reports('issue', issue, 'AgreementSigned'));
    yield this.reports('unassigned', '', 'AgreementSigned');
    yield* this.of('meeting', (id) => (this.scene.isNamed('meeting', id) ? [{ kind: 'meeting', id }] : []));
    yield* this.of('plan', (id) => (this.scene.isNamed('plan', id) ? [{ kind: 'plan', id }] : []));
    yield* this.of('issue', (issue) => this.reports('issue', issue, 'AssessmentMade'));
    yield this.reports('unassigned', '', 'AssessmentMade');
  }

  /** What each name of a kind that ever came gives. */
  private of(kind: NameKind, partsOf: (id: string) => readonly Part[]): AsyncGenerator<readonly Part[]> {
    return this.inPages((last) => allIds(this.scene.file, this.negotiation, kind, last), partsOf);
  }

  private async *inPages(
    idsBehind: (last: string) => Generator<string>,
    partsOf: (id: string) => readonly Part[],
  ): AsyncGenerator<readonly Part[]> {
    const page = (last?: string): string[] => [...idsBehind(last ?? '').take(PAGE_SIZE)];
    for await (const id of paged(page, this.turns)) yield partsOf(id);
  }

  private stances(kind: 'proposition' | 'plan', id: string): Part[] {
    const { index, point } = this.scene;
    const target = { kind, id };
    return new GroundsReader(index, this.negotiation, point)
      .partiesOn(target)
      .map(({ party }): Part => ({ kind: 'stance', party, target }));
  }

  /** The agreements or blockers of the visible reports that name something. */
  private reports(kind: NameKind, id: string, type: 'AgreementSigned' | 'AssessmentMade'): Part[] {
    return this.scene.reportsNaming(kind, [id], [type]).flatMap(({ id: report, content }): Part[] => {
      if (content.type === 'AgreementSigned') return [{ kind: 'agreement', id: report }];
      return content.type === 'AssessmentMade' && content.data.blocker ? [{ kind: 'blocker', id: report }] : [];
    });
  }

  /** From the file that is in use now: a rebuild may have swapped it during the turn of others. */
  private get scene(): SceneReader {
    const file = this.source.rows;
    if (this.known?.file !== file) this.known = new SceneReader(file, this.negotiation, this.at);
    return this.known;
  }
}
