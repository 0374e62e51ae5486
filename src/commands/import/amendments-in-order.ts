import type { Removal } from '../../vocabulary/events/report-corrections.js';
import { standingRemoval } from '../writing/standing-removal.js';
import type { WriteModel } from '../writing/write-model.js';
import type { Line } from './line.js';

interface Removable {
  readonly removals: readonly Removal[];
}

/** What a line does to what was recorded. */
type Amending = 'corrects' | 'removes' | 'takes back';

const AMENDING: Readonly<Partial<Record<string, Amending>>> = {
  correction: 'corrects',
  retraction: 'removes',
  withdrawal: 'removes',
  reinstatement: 'takes back',
  readmission: 'takes back',
};

/**
 * Lines in any order, so that each can be decided that amends what others amend too: what is removed is taken back before it is
 * corrected or removed again. Those of a kind keep their order, and all lines of one report or source take each other's places.
 */
export async function amendmentsInOrder(lines: readonly Line[], model: WriteModel): Promise<Line[]> {
  const ordered = [...lines];
  for (const places of placesByStream(lines).values()) {
    const [first] = places;
    const task = first === undefined ? undefined : lines[first]?.task;
    if (places.length === 1 || task === undefined) continue;
    // What cannot be read is told where a line is decided on it.
    const state = (await model.state(task.stream, task.decider.evolve).catch(() => undefined)) as Partial<Removable> | undefined;
    const isRemoved = standingRemoval(state?.removals ?? []) !== null;
    const amending = places.flatMap((place) => lines[place] ?? []);
    inOrder(amending, isRemoved).forEach((line, i) => (ordered[places[i] ?? 0] = line));
  }
  return ordered;
}

function placesByStream(lines: readonly Line[]): Map<string, number[]> {
  const byStream = new Map<string, number[]>();
  lines.forEach(({ task, entry = '' }, place) => {
    if (task === undefined || AMENDING[entry] === undefined) return;
    const places = byStream.get(task.stream);
    if (places) places.push(place);
    else byStream.set(task.stream, [place]);
  });
  return byStream;
}

function inOrder(lines: readonly Line[], wasRemoved: boolean): Line[] {
  const left: Record<Amending, Line[]> = { corrects: [], removes: [], 'takes back': [] };
  // Taken from the end.
  for (const line of lines.toReversed()) left[AMENDING[line.entry ?? ''] ?? 'corrects'].push(line);
  const ordered: Line[] = [];
  let isRemoved = wasRemoved;
  while (ordered.length < lines.length) {
    const order: Amending[] = isRemoved ? ['takes back', 'corrects', 'removes'] : ['corrects', 'removes', 'takes back'];
    const next = order.find((one) => left[one].length > 0);
    const line = next && left[next].pop();
    if (next === undefined || line === undefined) break;
    ordered.push(line);
    if (next !== 'corrects') isRemoved = next === 'removes';
  }
  return ordered;
}
