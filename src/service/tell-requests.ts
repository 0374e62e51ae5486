import { Logger } from '@nestjs/common';
import type { RequestTold } from '../http/requests-told.js';

/** Asked every few seconds by machines. */
const ROUTINE = /^\/(health\/|metrics$)/;

/** One line a request: a fault of ours and refused credentials as a warning, what machines ask again and again only when something is looked for. */
export function requestLine(): (request: RequestTold) => void {
  const logger = new Logger('Request');
  return (request) => {
    const { route, status, refusedAddress } = request;
    const line = lineOf(request);
    if (status === 500 || refusedAddress !== null) logger.warn(line);
    else if (route !== null && ROUTINE.test(route) && status < 400) logger.debug(line);
    else logger.log(line);
  };
}

function lineOf({ id, method, route, status, milliseconds, caller, problem, refusedAddress, isCutOff }: RequestTold): object {
  return {
    msg: `${method} ${route ?? '(no route)'} ${String(status)}`,
    id,
    method,
    route,
    status,
    ms: Math.round(milliseconds * 10) / 10,
    ...(caller !== null && { key: caller }),
    ...(problem !== null && { code: problem }),
    ...(refusedAddress !== null && { address: refusedAddress }),
    ...(isCutOff && { cutOff: true }),
  };
}
