import { fileURLToPath } from 'node:url';

/** Where the service finds what it does not make. */
export const PLACES = {
  seedsFolder: fileURLToPath(new URL('../../seeds', import.meta.url)),
  seedNegotiation: 'ukraine-peace',
  threads: new URL('../threads/', import.meta.url),
  tracker: new URL('../tracker.js', import.meta.url),
};
