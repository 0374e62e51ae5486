import { StoreUnavailable } from '../event-store/event-store.js';
import { HistoryErased, type HistoryFault } from '../event-store/history-fault.js';
import { ForeignEvent, UnreadableEvent } from '../event-store/unreadable-event.js';
import { QuestionDropped, QuestionTooDear } from '../ports/question-errors.js';
import { NotInThisForm, ReadModelDamaged, ReadModelUnavailable } from '../ports/read-model-errors.js';
import { type Fault, Refusal, type RefusalCode } from '../vocabulary/refusal.js';

/** Errors that mean something to another thread: between threads an error loses its class. */
const CLASSES = {
  StoreUnavailable,
  ForeignEvent,
  UnreadableEvent,
  ReadModelDamaged,
  ReadModelUnavailable,
  NotInThisForm,
  QuestionDropped,
  QuestionTooDear,
};

/** An error as it goes from thread to thread. */
export type ToldError =
  | { readonly kind: 'refusal'; readonly code: RefusalCode; readonly detail: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'erased'; readonly fault: HistoryFault }
  | { readonly kind: keyof typeof CLASSES; readonly message: string }
  | { readonly kind: 'unforeseen'; readonly message: string; readonly stack: string | undefined };

/** An error as one thread can tell it to another. */
export function toldError(error: unknown): ToldError {
  if (error instanceof Refusal) return { kind: 'refusal', code: error.code, detail: error.detail, faults: error.faults };
  if (error instanceof HistoryErased) return { kind: 'erased', fault: error.fault };
  for (const [kind, of] of Object.entries(CLASSES)) {
    if (error instanceof of) return { kind: kind as keyof typeof CLASSES, message: error.message };
  }
  if (error instanceof Error) return { kind: 'unforeseen', message: error.message, stack: error.stack };
  return { kind: 'unforeseen', message: String(error), stack: undefined };
}

/** The error that another thread told of, of the class that it had there. */
export function errorTold(told: ToldError): Error {
  if (told.kind === 'refusal') return new Refusal(told.code, told.detail, told.faults);
  if (told.kind === 'erased') return new HistoryErased(told.fault);
  if (told.kind !== 'unforeseen') return Object.assign(Object.create(CLASSES[told.kind].prototype) as Error, { message: told.message });
  const error = new Error(told.message);
  if (told.stack !== undefined) error.stack = told.stack;
  return error;
}
