import type { Extracted } from '../read-model/extracting/extract-form.js';

/** What a thread that extracts is given at its start: a file of the embedded log, and which part of it; positions as decimal numbers. */
export interface ExtractData {
  readonly file: string;
  readonly after: string;
  readonly upTo: string;
  /** So many batches may be under way to who takes them. */
  readonly ahead: number;
}

/** The next batch, or that there is none any more. */
export type FromExtractThread = { readonly type: 'batch'; readonly extracted: Extracted } | { readonly type: 'end' };

/** A batch was taken. */
export interface ToExtractThread {
  readonly type: 'taken';
}
