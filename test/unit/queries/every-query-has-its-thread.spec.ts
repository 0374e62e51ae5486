import { QUERY_CLASSES, QUERY_HANDLERS } from '../../../src/queries/query-classes.js';
import { QueryHandlersModule } from '../../../src/queries/query-handlers.module.js';

const QUERY_HANDLER_METADATA = '__queryHandler__';

/** The names of the queries that have a handler. */
function handled(): string[] {
  const providers = Reflect.getMetadata('providers', QueryHandlersModule) as object[];
  return providers.flatMap((provider) => {
    const query = Reflect.getMetadata(QUERY_HANDLER_METADATA, provider) as { name: string } | undefined;
    return query ? [query.name] : [];
  });
}

it('every query that is answered has a thread that answers it, and none is named that is not', () => {
  expect(handled().sort()).toEqual(Object.keys(QUERY_CLASSES).sort());
});

it('none is short and long', () => {
  expect(Object.keys(QUERY_CLASSES)).toHaveLength(QUERY_HANDLERS.length);
});
