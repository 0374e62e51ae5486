import {
  AccessDeniedError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { StoreUnavailable, UnstorableEvent } from '../event-store.js';
import { HistoryErased } from '../history-fault.js';

/** The server did not answer in time. */
export class NoAnswer extends Error {}

const INVALID_ARGUMENT = 3;
const PERMISSION_DENIED = 7;

/**
 * True where another try may work: what a call did is unknown. That is every failure but the server's clear no: lost
 * connections come as UnavailableError, CancelledError or a plain error with the code 14, a lost quorum as
 * DeadlineExceededError or as UnknownError "Server Is Not Ready", a failed discovery as an error with no code at all.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof StoreUnavailable || error instanceof HistoryErased || error instanceof TypeError || error instanceof RangeError)
    return false;
  return !isClearNo(error);
}

/** What a caller of the store is told about a failure of the client. */
export function toStoreError(error: unknown, server: string): Error {
  if (error instanceof StoreUnavailable || error instanceof HistoryErased) return error;
  if (error instanceof MaxAppendSizeExceededError) return new UnstorableEvent(`an append is over the limit of ${server}`, { cause: error });
  if (error instanceof AccessDeniedError)
    return new StoreUnavailable(`${server} refuses the user or the password that the URL names, or may not be used without`, {
      cause: error,
    });
  if (error instanceof StreamDeletedError) return new StoreUnavailable(`a stream was deleted in ${server}`, { cause: error });
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreUnavailable(`${server} cannot be reached: ${reason}`, { cause: error });
}

function isClearNo(error: unknown): boolean {
  return (
    error instanceof WrongExpectedVersionError ||
    error instanceof AccessDeniedError ||
    error instanceof StreamDeletedError ||
    error instanceof MaxAppendSizeExceededError ||
    error instanceof InvalidArgumentError ||
    (error instanceof Error && 'code' in error && (error.code === INVALID_ARGUMENT || error.code === PERMISSION_DENIED))
  );
}
