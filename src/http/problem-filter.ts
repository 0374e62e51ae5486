import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LogFull, RevisionConflict, StoreUnavailable, UnstorableEvent } from '../event-store/event-store.js';
import { ClockDiffers } from '../event-store/clock-guard.js';
import { HistoryErased } from '../event-store/history-fault.js';
import { ForeignEvent, UnreadableEvent } from '../event-store/unreadable-event.js';
import { QuestionDropped, QuestionTooDear } from '../ports/question-errors.js';
import { NotInThisForm, ReadModelDamaged, ReadModelUnavailable } from '../ports/read-model-errors.js';
import { type Fault, Refusal } from '../vocabulary/refusal.js';
import { closeLingering } from './lingering-close.js';
import { limits } from './limits.js';
import './requests-told.js';
import { type ProblemCode, PROBLEMS } from './problems.js';

const RETRY_AFTER_SECONDS = 1;
const MEDIA_TYPES_TAKEN =
  'Send application/json; to an import application/x-ndjson as well, with PATCH application/merge-patch+json. The Content-Type names none of these.';

/** Where it is not known of the question what costs less. */
const ASK_INSTEAD = 'a page, an issue, a shorter span';

/** A fault found at the edge itself. */
export class EdgeProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
  ) {
    super(detail);
  }
}

/** An error of which more is to be told: members beside those of RFC 9457. */
export class ToldWith extends Error {
  constructor(
    override readonly cause: unknown,
    readonly detail: string,
    readonly members: object,
  ) {
    super(detail);
  }
}

/** The body of an error: RFC 9457, with our code and every fault at once. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors: readonly Fault[];
}

/** Turns everything that is thrown into `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const body = problemOf(error);
    if (body.status === 500 && !isOfClientGone(error))
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    sendProblem(host.switchToHttp().getResponse<FastifyReply>(), body);
  }
}

/** Sends a problem with the headers that its status asks for. */
export function sendProblem(reply: FastifyReply, body: ProblemBody): void {
  reply.request.problem = body.code;
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  if (isLong(reply)) void reply.header('connection', 'close');
  if (reply.getHeader('connection') === 'close' && !reply.request.raw.complete) closeLingering(reply.request.raw.socket);
  if (body.status === 401 && !reply.hasHeader('www-authenticate')) void reply.header('www-authenticate', 'Bearer realm="admin"');
  const isForLater = [429, 503, 507].includes(body.status);
  if (isForLater && !reply.hasHeader('retry-after')) void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
  void reply.removeHeader('etag').removeHeader('content-location');
  void reply.code(body.status).header('content-type', 'application/problem+json; charset=utf-8').header('cache-control', 'no-store');
  void reply.send(JSON.stringify(body));
}

/** Whether much of a body is still to come, which nobody is going to read. */
function isLong({ request: { raw } }: FastifyReply): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = raw.headers;
  return !raw.complete && (encoding !== undefined || Number(length) > limits.bodyBytes);
}

/**
 * What is told of an error; an unforeseen one tells nothing of its cause.
 * @param most faults that are told; of the others their number is
 */
export function problemOf(error: unknown, most = limits.faultsTold): ProblemBody {
  if (error instanceof ToldWith) {
    const { detail, ...body } = problemOf(error.cause, most);
    return { ...body, detail: `${error.detail} ${detail}`, ...error.members };
  }
  if (error instanceof Refusal) return problem(error.code, error.detail, error.faults, most);
  if (error instanceof EdgeProblem) return problem(error.code, error.detail);
  if (error instanceof LogFull)
    return problem(
      'disk-full',
      'There is no room left for what is to be recorded; nothing of it is. Retry with the same id when there is.',
    );
  if (error instanceof StoreUnavailable) return problem('store-unavailable', 'The log cannot be reached; retry with the same id.');
  if (error instanceof ReadModelDamaged)
    return problem('not-ready', 'The read model is damaged, or of a form that cannot be read, and is being built anew; ask again.');
  if (error instanceof NotInThisForm)
    return problem('not-ready', 'The read model of an older version does not hold this; a new one is being built: ask again.');
  if (error instanceof ReadModelUnavailable) return problem('not-ready', 'The read model cannot be read just now; ask again.');
  if (error instanceof QuestionTooDear)
    return problem('too-dear', `Working out the answer takes longer than READ_SECONDS; ask for less: ${error.instead ?? ASK_INSTEAD}.`);
  if (error instanceof UnstorableEvent) return problem('body-too-large', error.message);
  // Each writer that was faster had its write; this one has to be sent again.
  if (error instanceof RevisionConflict) return problem('busy', 'Other writers were faster each time; retry with the same id.');
  if (error instanceof ClockDiffers)
    return problem('clock-differs', `${sentence(error.message)}; it records nothing until that is put right.`);
  if (error instanceof HistoryErased) return problem(error.fault.code, `${sentence(error.message)}.`);
  if (error instanceof ForeignEvent) return problem('foreign-event', `${sentence(error.message)}; nothing is written behind it.`);
  if (error instanceof UnreadableEvent) return problem('unreadable-event', `What is stored cannot be read: ${error.message}.`);
  const code = codeOf(error);
  if (code === undefined) return problem('internal-error', 'An unforeseen fault; it is logged.');
  // Fastify's own words say nothing of what is taken.
  return problem(code, code === 'unsupported-media-type' ? MEDIA_TYPES_TAKEN : (error as Error).message);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function problem(code: ProblemCode, detail: string, faults: readonly Fault[] = [], most = limits.faultsTold): ProblemBody {
  const { status, title } = PROBLEMS[code];
  const more = faults.length > most ? ` These are ${String(most)} of ${String(faults.length)} faults.` : '';
  const errors = faults.slice(0, most).map(shortened);
  return { type: `urn:problem:negotiation-tracker:${code}`, title, status, code, detail: shortText(detail) + more, errors };
}

/** What was sent may stand in a fault, and is as long as it was sent. */
function shortened(fault: Fault): Fault {
  const { pointer, detail } = fault;
  return { ...fault, ...(pointer !== undefined && { pointer: shortText(pointer) }), detail: shortText(detail) };
}

function shortText(text: string): string {
  return text.length <= limits.detailLength ? text : `${text.slice(0, limits.detailLength)}…`;
}

/** A client that goes away in the middle of its body is no fault of the service. */
function isOfClientGone(error: unknown): boolean {
  if (error instanceof QuestionDropped || (error instanceof DOMException && error.name === 'AbortError')) return true;
  const { code } = (error ?? {}) as { code?: unknown };
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET';
}

/** Errors of Fastify come as they are or as an HttpException of Nest. */
function codeOf(error: unknown): ProblemCode | undefined {
  const status = error instanceof HttpException ? error.getStatus() : error instanceof Error && 'statusCode' in error && error.statusCode;
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  switch (status) {
    case 404:
      return 'no-such-route';
    case 413:
      return 'body-too-large';
    case 415:
      return 'unsupported-media-type';
    default:
      return 'malformed-request';
  }
}
