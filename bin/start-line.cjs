'use strict';

/** How Node is started for the service: several threads share its memory, and each would keep much that it no longer needs. */
module.exports = {
  flags: ['--max-semi-space-size=8', '--heap-growing-percent=50', '--enable-source-maps', '--disable-warning=ExperimentalWarning'],
  environment: { MALLOC_ARENA_MAX: '2' },
};
