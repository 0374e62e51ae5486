import type { AskedAs } from '../http/answer.js';
import type { KeeperState } from './keeper-messages.js';
import type { ToldError } from './told-errors.js';
import type { Worked } from './worked.js';

/** A query as it goes to the thread that answers it. */
export interface AskedQuery {
  readonly number: number;
  /** The name of its class, and its fields. */
  readonly name: string;
  readonly fields: object;
  /** Of one number: not 0 once whoever asked has left. */
  readonly dropped: SharedArrayBuffer;
  /** How long working out the answer may take, in milliseconds. */
  readonly limitMs: number;
  /** Whether it is to be told when the thread worked on it. */
  readonly isTraced: boolean;
}

/** What a query gives, as it goes between threads. */
export type ToldResult =
  | {
      readonly kind: 'answer';
      /** The body as JSON. */
      readonly text: string;
      readonly query: AskedAs;
      readonly nextCursor: string | null | undefined;
      /** Of the log up to the position that it is of: whoever quotes it would have to ask again. */
      readonly root: string | undefined;
    }
  | { readonly kind: 'value'; readonly value: unknown }
  /** Text that is made as it is taken. */
  | { readonly kind: 'chunks' }
  /** A value of which the part `body` is such text. */
  | { readonly kind: 'with-chunks'; readonly value: object };

export type ToQueryThread =
  | { readonly type: 'ask'; readonly query: AskedQuery }
  /** The next chunks of an answer. */
  | { readonly type: 'pull'; readonly number: number }
  /** No more chunks are wanted. */
  | { readonly type: 'enough'; readonly number: number }
  | { readonly type: 'state'; readonly state: KeeperState }
  | { readonly type: 'close-file'; readonly number: number };

export type FromQueryThread =
  | { readonly type: 'ready' }
  | { readonly type: 'result'; readonly number: number; readonly result: ToldResult; readonly worked?: Worked | undefined }
  | { readonly type: 'failure'; readonly number: number; readonly error: ToldError; readonly worked?: Worked | undefined }
  | { readonly type: 'chunks'; readonly number: number; readonly text: string; readonly isLast: boolean }
  | { readonly type: 'file-closed'; readonly number: number }
  /** It met damage in the file of the read model. */
  | { readonly type: 'damaged' };
