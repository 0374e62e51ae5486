import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtProgram } from './process-build.js';
import { Program } from './process-program.js';

/** Nobody waits so long but where it hangs. */
const LONGEST_BUILD_MS = 600_000;

/** Folders and processes of one spec file: whatever happens, none is left behind. */
export class Workplace {
  private readonly folders: string[] = [];
  private readonly programs: Program[] = [];

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'negotiation-tracker-'));
    this.folders.push(folder);
    return folder;
  }

  async start(settings: Readonly<Record<string, string>>): Promise<Program> {
    const program = await this.launch(settings);
    await program.serves();
    return program;
  }

  async launch(settings: Readonly<Record<string, string>>): Promise<Program> {
    const program = await Program.launch(settings);
    this.programs.push(program);
    return program;
  }

  async clear(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.signal('SIGKILL')));
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** A workplace that is cleared after the tests of a file. */
export function workplace(): Workplace {
  const place = new Workplace();
  beforeAll(async () => {
    await builtProgram();
  }, LONGEST_BUILD_MS);
  afterAll(() => place.clear());
  return place;
}
