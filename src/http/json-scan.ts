import type { Fault } from '../vocabulary/refusal.js';
import { isKeptExactly } from './exact-number.js';
import { pointerTo } from './faults.js';
import { limits } from './limits.js';

/** A list or an object that the scan is within. */
interface Level {
  /** Of an object: the keys so far. */
  readonly keys: KeysSoFar | null;
  /** Of a list: how many members came before. */
  index: number;
  key: string;
  /** Whether the next string is a key. */
  expectsKey: boolean;
}

/** Of so many keys it is faster to look through all than to keep a set. */
const FEW_KEYS = 24;

class KeysSoFar {
  private readonly few: string[] = [];
  private many: Set<string> | undefined;

  has(key: string): boolean {
    return this.many?.has(key) ?? this.few.includes(key);
  }

  add(key: string): void {
    if (this.many !== undefined) this.many.add(key);
    else if (this.few.push(key) > FEW_KEYS) this.many = new Set(this.few);
  }
}

/** What a JSON text holds that no value of JavaScript would keep as it was sent. */
export interface JsonScan {
  readonly faults: readonly Fault[];
  /** Where it is nested deeper than is taken, which ends the scan. */
  readonly tooDeepAt: string | undefined;
  /** Where a key is named `__proto__`. */
  readonly prototypeAt: string | undefined;
}

const [QUOTE, BACKSLASH, COMMA, COLON, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d];
const [MINUS, ZERO, NINE] = [0x2d, 0x30, 0x39];
const NUMBER = /[-+.eE\d]+/y;

/**
 * Looks through a JSON text for what parsing it would change in silence: of a key that stands twice the last one would be kept, of
 * a number what a double holds. In one pass, without recursion: what is nested is sent by somebody.
 * @param text that JSON.parse takes
 */
export function scanJson(text: string): JsonScan {
  const faults: Fault[] = [];
  const levels: Level[] = [];
  let level: Level | undefined;
  let prototypeAt: string | undefined;
  const here = (): string => pointerTo(levels.map(({ keys, key, index }) => (keys === null ? index : key)));
  const found = (code: string, detail: string): void => {
    if (faults.length < limits.faultsTold) faults.push({ pointer: here(), code, detail });
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === QUOTE) {
      const end = endOfString(text, at);
      if (level?.expectsKey === true && level.keys !== null) {
        level.key = keyAt(text, at, end);
        if (level.keys.has(level.key)) found('duplicate-key', `"${level.key}" stands twice here`);
        level.keys.add(level.key);
        if (level.key === '__proto__') prototypeAt ??= here();
      }
      at = end;
    } else if (letter === OPEN_LIST || letter === OPEN_OBJECT) {
      if (levels.length === limits.jsonDepth) return { faults, prototypeAt, tooDeepAt: here() };
      level = { keys: letter === OPEN_OBJECT ? new KeysSoFar() : null, index: 0, key: '', expectsKey: letter === OPEN_OBJECT };
      levels.push(level);
    } else if (letter === CLOSE_LIST || letter === CLOSE_OBJECT) {
      levels.pop();
      level = levels.at(-1);
    } else if (letter === COMMA && level) {
      level.expectsKey = level.keys !== null;
      level.index += 1;
      if (level.keys === null && level.index === limits.listMembers) tooMany();
    } else if (letter === COLON && level) {
      level.expectsKey = false;
    } else if (letter === MINUS || (letter >= ZERO && letter <= NINE)) {
      NUMBER.lastIndex = at;
      const [number = ''] = NUMBER.exec(text) ?? [];
      if (!isKeptExactly(number)) found('inexact-number', `${shortened(number)} would be kept as ${String(Number(number))}`);
      at += number.length - 1;
    }
  }
  return { faults, prototypeAt, tooDeepAt: undefined };

  function tooMany(): void {
    const list = levels.pop();
    found('too-big', `a list of more than ${String(limits.listMembers)} members is not taken`);
    if (list) levels.push(list);
  }
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}

function keyAt(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
}

function shortened(number: string): string {
  return number.length <= 40 ? number : `${number.slice(0, 40)}…`;
}
