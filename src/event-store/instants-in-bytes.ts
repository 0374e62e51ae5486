const ZERO = 0x30;
const DAY_LENGTH = 10;
const MS_OF = { hour: 3_600_000, minute: 60_000, second: 1_000, hundred: 100, ten: 10 } as const;
/** Each `0` stands for a digit. */
const FORM = Buffer.from('0000-00-00T00:00:00.000Z');

/** Reads instants as `toISOString` writes them: what follows each other is mostly of one day. */
export class InstantsInBytes {
  private readonly day = Buffer.alloc(DAY_LENGTH);
  private midnight = 0;

  /** @returns milliseconds since 1970; NaN where it is none of that form */
  read(bytes: Buffer, start: number): number {
    for (let i = 0; i < FORM.length; i += 1) {
      const [byte, form] = [bytes[start + i], FORM[i]];
      if (form === ZERO ? !isDigit(byte) : byte !== form) return NaN;
    }
    if (!this.isSameDay(bytes, start)) {
      bytes.copy(this.day, 0, start, start + DAY_LENGTH);
      this.midnight = Date.parse(this.day.toString('latin1'));
    }
    const hours = twoDigits(bytes, start + 11);
    const minutes = twoDigits(bytes, start + 14);
    const seconds = twoDigits(bytes, start + 17);
    if (hours > 23 || minutes > 59 || seconds > 59) return NaN;
    const ms = digit(bytes, start + 20) * MS_OF.hundred + twoDigits(bytes, start + 21);
    return this.midnight + hours * MS_OF.hour + minutes * MS_OF.minute + seconds * MS_OF.second + ms;
  }

  private isSameDay(bytes: Buffer, start: number): boolean {
    for (let i = 0; i < DAY_LENGTH; i += 1) if (bytes[start + i] !== this.day[i]) return false;
    return true;
  }
}

/** Whether a byte is a digit. */
export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= ZERO + 9;
}

function digit(bytes: Buffer, at: number): number {
  return (bytes[at] ?? ZERO) - ZERO;
}

function twoDigits(bytes: Buffer, at: number): number {
  return digit(bytes, at) * MS_OF.ten + digit(bytes, at + 1);
}
