import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../vocabulary/refusal.js';
import { faultsOfQuery } from './faults.js';

/** `RouteParamtypes.QUERY` of Nest, which keeps the parameters of a handler under `KIND:INDEX`. */
const QUERY = '4:';

/** Refuses every query parameter where a route takes none: `?dryRun=true` on a write that knows no dry run must not write. */
@Injectable()
export class NoStrayQuery implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const keys = Object.keys(context.switchToHttp().getRequest<FastifyRequest>().query as object);
    if (keys.length === 0 || takesQuery(context)) return true;
    const faults = faultsOfQuery([{ code: 'unrecognized_keys', message: '', keys }]);
    throw new Refusal('invalid-query', 'The query is not one that is known here.', faults);
  }
}

function takesQuery(context: ExecutionContext): boolean {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {}) as object;
  return Object.keys(parameters).some((key) => key.startsWith(QUERY));
}
