import { placeInGroup } from '../tables/groups.js';
import { GROUP_SHIFT, LIST_KINDS } from '../tables/list-kinds.js';
import { recent } from '../tables/recent.js';
import type { KeptLists } from './kept-lists.js';

const NEWLINE = 10;
const KEPT_GROUPS = 500;

interface Lines {
  readonly bytes: Buffer;
  /** Where each line begins, and where the last one ends. */
  readonly starts: Int32Array;
}

/** The ids of what events are about. */
export class Subjects {
  private readonly groups = recent<number, Lines>(KEPT_GROUPS);

  constructor(private readonly lists: KeptLists) {}

  of(event: number): string {
    const { bytes, starts } = this.lines(event >> GROUP_SHIFT, event);
    const line = placeInGroup(event);
    return bytes.toString('utf8', starts[line], (starts[line + 1] as number) - 1);
  }

  private lines(group: number, r: number): Lines {
    const bytes = this.lists.bytes(LIST_KINDS.subjects, group, r);
    const known = this.groups.get(group);
    if (known?.bytes === bytes) return known;
    const starts = [0];
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, end + 1)) starts.push(end + 1);
    const lines = { bytes, starts: Int32Array.from(starts) };
    this.groups.set(group, lines);
    return lines;
  }
}
