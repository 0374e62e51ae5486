import type { Standing } from '../rules/replay/amended.js';
import type { Sight, VisibleReport } from '../rules/scene.js';
import type { View } from '../rules/replay/view.js';
import type { Grounds } from '../rules/stance.js';
import type { Target } from '../rules/statements.js';
import type { At } from '../vocabulary/axes.js';
import { IssueReader } from './issue-reader.js';
import type { ReadModelFile } from './read-model-file.js';
import { SceneReader } from './scene-reader.js';
import { standingOf } from './standing-reader.js';
import { StatementReader } from './statement-reader.js';

/** Where the file in use is found: it is not kept over an await, for a rebuild swaps it. */
export interface FileInUse {
  readonly rows: ReadModelFile;
}

/** What is seen from one point, read when it is asked for and kept by nobody. */
export class SightsReader implements View {
  private reader: { readonly file: ReadModelFile; readonly scene: SceneReader; readonly statements: StatementReader } | undefined;

  constructor(
    private readonly source: FileInUse,
    private readonly negotiation: string,
    private readonly at: At,
  ) {}

  report(id: string): VisibleReport | undefined {
    return this.scene.report(id);
  }

  grounds(party: string, { kind, id }: Target): Grounds | undefined {
    const [grounds] = this.statements.on(kind, [id], party);
    return grounds;
  }

  naming(kind: 'meeting' | 'plan', id: string): readonly VisibleReport[] {
    return this.scene.reportsNaming(kind, [id]);
  }

  resolving(blocker: string): readonly VisibleReport[] {
    return this.scene.reportsNaming('resolves', [blocker]);
  }

  latest(issue: string): Sight | undefined {
    return new IssueReader(this.scene).latest(issue);
  }

  standing(id: string): Standing | undefined {
    return standingOf(this.source.rows, this.negotiation, id, this.at);
  }

  private get scene(): SceneReader {
    return this.readers.scene;
  }

  private get statements(): StatementReader {
    return this.readers.statements;
  }

  private get readers() {
    const { source, negotiation, at } = this;
    const file = source.rows;
    if (this.reader?.file !== file) {
      this.reader = { file, scene: new SceneReader(file, negotiation, at), statements: new StatementReader(file, negotiation, at) };
    }
    return this.reader;
  }
}
