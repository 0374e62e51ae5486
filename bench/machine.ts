import { cpus, totalmem } from 'node:os';

/** What the figures were measured on. */
export function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1_000_000_000);
  return `${String(cpus().length)} cores (${first?.model ?? 'unknown'}), ${String(memory)} GB, Node ${process.version}, ${process.platform} ${process.arch}`;
}
