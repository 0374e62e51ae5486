import type { Change } from '../../rules/replay/change.js';
import type { Journey } from '../../rules/replay/journey.js';
import { differencesBetween, isOfParties } from '../../rules/replay/state-difference.js';
import { QuestionTurns } from '../reading/question-turns.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { recent } from '../tables/recent.js';
import { type Among, type ChangeSource, sourcesOf } from './change-sources.js';
import { elementsAt } from './elements-reader.js';
import { issuesOfParties } from './issues-of-parties.js';
import { type ElementsAt, NetCauses } from './net-causes.js';
import { touchedOn } from './touched.js';
import { Way } from './way.js';

/** Of one source the elements at so many points are kept. */
const MOST_POINTS = 50;

/** What changed between the ends of a way, net: two states compared, source by source. */
export class ChangesReader {
  private readonly way: Way;
  private readonly causes: NetCauses;
  private readonly turns = new QuestionTurns();
  private touched: Promise<Among | null> | undefined;

  /** @param parties only the changes of their stances, and of what they signed; null: all changes */
  constructor(
    file: ReadModelFile,
    negotiation: string,
    journey: Journey,
    private readonly parties: readonly string[] | null = null,
  ) {
    this.way = new Way(file, negotiation, journey);
    this.causes = new NetCauses(this.way);
  }

  /** What changes may come from, in the order of changes. @throws QuestionDropped, QuestionTooDear */
  async sources(): Promise<ChangeSource[]> {
    const { end, journey } = this.way;
    if (end === null) return [];
    return sourcesOf(end, journey, journey.issue === null ? await this.amongOfParties() : null);
  }

  /** The changes of a source, in order, others having their turn in between. @throws QuestionDropped, QuestionTooDear */
  async of(source: ChangeSource): Promise<Change[]> {
    const { low, high, journey } = this.way;
    const { start, end } = journey;
    const asked = { parties: this.parties, tied: await this.among() };
    // Every difference looks at the same points first.
    const known = recent<number, ReturnType<ElementsAt>>(MOST_POINTS);
    const at: ElementsAt = (point) => {
      let elements = known.get(point);
      if (elements === undefined) known.set(point, (elements = elementsAt(this.way.sceneAt(point), source, asked)));
      return elements;
    };
    const { parties } = this;
    const all = differencesBetween(at(low), at(high), { before: (start ?? end).asOf, after: end.asOf });
    const told = parties === null ? all : all.filter((difference) => isOfParties(difference, parties));
    const changes: Change[] = [];
    for (const difference of told) {
      const { issue, path, before, after } = difference;
      changes.push({ issue, path, before: before.element, after: after.element, because: this.causes.of(difference, at) });
      await this.turns.worked();
    }
    return changes;
  }

  /** What may have changed; null where that is not known. */
  private async among(): Promise<Among | null> {
    return (this.touched ??= this.way.journey.issue === null ? touchedOn(this.way) : Promise.resolve(null));
  }

  private async amongOfParties(): Promise<Among | null> {
    const touched = await this.among();
    if (this.parties === null) return touched;
    const { start, end } = this.way;
    const issues = issuesOfParties(
      [start, end].filter((scene) => scene !== null),
      this.parties,
    );
    const none = new Set<string>();
    return { issues: touched === null ? issues : issues.intersection(touched.issues), meetings: none, plans: none };
  }
}
