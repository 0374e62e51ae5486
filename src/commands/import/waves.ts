import type { Task } from '../writing/import-kind.js';

/**
 * Lines in waves, to be carried out one wave after the other: no line touches what another one of its wave brings, names or writes,
 * and none comes before a line that it touches and that stands before it. All keep their order, which decides between equals
 * (design 4, "Order"). A new source among reports would start a wave each time. So what names a source may be in its wave where a
 * wave is recorded whole; where it is not, sources come in the first wave that they can, before lines that stand before them.
 */
export function wavesOf<T extends { readonly task: Task }>(lines: readonly T[], areRecordedWhole: boolean): T[][] {
  const waves: T[][] = [];
  const touched = new Touched();
  let latest = 0;
  for (const line of lines) {
    const isSource = line.task.brings === 'source';
    const goesAhead = isSource && !areRecordedWhole;
    const wave = Math.max(touched.after(line.task), goesAhead ? 0 : latest);
    if (!goesAhead) latest = wave;
    touched.add(line.task, wave, isSource && areRecordedWhole);
    (waves[wave] ??= []).push(line);
  }
  return waves;
}

/** What the lines so far have to do with, each with the last wave that has. */
class Touched {
  private readonly streams = new Map<string, number>();
  private readonly brought = new Map<string, number>();
  private readonly named = new Map<string, number>();

  /**
   * The first wave in which a line may be. What was named counts too: a proposition cannot change its issue behind a report
   * that uses it.
   */
  after(task: Task): number {
    let wave = firstAfter(this.streams, task.stream);
    for (const key of task.names) wave = Math.max(wave, firstAfter(this.brought, key));
    return task.key === null ? wave : Math.max(wave, firstAfter(this.named, task.key));
  }

  /** @param mayBeNamed whether other lines of the wave may name what the line brings */
  add(task: Task, wave: number, mayBeNamed: boolean): void {
    this.streams.set(task.stream, wave);
    if (task.key !== null) this.brought.set(task.key, mayBeNamed ? wave - 1 : wave);
    for (const key of task.names) this.named.set(key, Math.max(wave, this.named.get(key) ?? 0));
  }
}

function firstAfter(waves: ReadonlyMap<string, number>, key: string): number {
  const last = waves.get(key);
  return last === undefined ? 0 : last + 1;
}
