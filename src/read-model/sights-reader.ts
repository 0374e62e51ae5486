import type { VisibleReport } from '../rules/scene.js';
import type { Sights } from '../rules/replay/sights.js';
import type { Statement, Target } from '../rules/statements.js';
import type { At } from '../vocabulary/axes.js';
import type { ReadModelFile } from './read-model-file.js';
import { SceneReader } from './scene-reader.js';

/** Where the file in use is found: it is not kept over an await, for a rebuild swaps it. */
export interface FileInUse {
  readonly rows: ReadModelFile;
}

/** What is seen from one point, read when it is asked for and kept by nobody. */
export class SightsReader implements Sights {
  private reader: { readonly file: ReadModelFile; readonly scene: SceneReader } | undefined;

  constructor(
    private readonly source: FileInUse,
    private readonly negotiation: string,
    private readonly at: At,
  ) {}

  report(id: string): VisibleReport | undefined {
    return this.scene.report(id);
  }

  statementsOf(party: string, target: Target): Statement[] {
    return this.scene.statementsOf(party, target);
  }

  naming(kind: 'meeting' | 'plan', id: string): readonly VisibleReport[] {
    return this.scene.of(kind, [id]).reports;
  }

  resolving(blocker: string): readonly VisibleReport[] {
    return this.scene.of('resolves', [blocker]).reports;
  }

  private get scene(): SceneReader {
    const file = this.source.rows;
    if (this.reader?.file !== file) this.reader = { file, scene: new SceneReader(file, this.negotiation, this.at) };
    return this.reader.scene;
  }
}
