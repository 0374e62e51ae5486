import type { Grounds } from '../../rules/grounds.js';
import type { View } from '../../rules/replay/view.js';
import type { Standing } from '../../rules/replay/amended.js';
import type { Visible, VisibleReport } from '../../rules/scene.js';
import type { Target } from '../../rules/statements.js';
import type { At } from '../../vocabulary/axes.js';
import { GroundsReader } from '../reading/grounds-reader.js';
import { IssueReader } from '../reading/issue-reader.js';
import { SceneReader } from '../reading/scene-reader.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { standingOf } from './standing-reader.js';

/** Where the file in use is found: it is not kept over an await, for a rebuild swaps it. */
export interface FileInUse {
  readonly rows: ReadModelFile;
}

/** What is seen from one point, read when it is asked for and kept by nobody. */
export class ViewReader implements View {
  private reader: { readonly file: ReadModelFile; readonly scene: SceneReader; readonly grounds: GroundsReader } | undefined;

  constructor(
    private readonly source: FileInUse,
    private readonly negotiation: string,
    private readonly at: At,
  ) {}

  report(id: string): VisibleReport | undefined {
    return this.scene.report(id);
  }

  grounds(party: string, { kind, id }: Target): Grounds | undefined {
    const [grounds] = this.readers.grounds.on(kind, [id], [party]);
    return grounds;
  }

  naming(kind: 'meeting' | 'plan', id: string): readonly VisibleReport[] {
    return this.scene.reportsNaming(kind, [id]);
  }

  resolving(blocker: string): readonly VisibleReport[] {
    return this.scene.reportsNaming('resolves', [blocker]);
  }

  latest(issue: string): Visible | undefined {
    return new IssueReader(this.scene).latest(issue);
  }

  standing(id: string): Standing | undefined {
    return standingOf(this.source.rows, this.negotiation, id, this.at);
  }

  private get scene(): SceneReader {
    return this.readers.scene;
  }

  private get readers() {
    const { source, negotiation, at } = this;
    const file = source.rows;
    if (this.reader?.file !== file) {
      const scene = new SceneReader(file, negotiation, at);
      this.reader = { file, scene, grounds: new GroundsReader(scene.index, negotiation, scene.point) };
    }
    return this.reader;
  }
}
