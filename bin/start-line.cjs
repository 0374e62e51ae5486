'use strict';

var path = require('path');

/**
 * How Node is started for the service: several threads share its memory, and each would keep much that it no longer needs. What is compiled once is
 * read at the next start, where the folder of the program can be written.
 */
module.exports = {
  flags: ['--max-semi-space-size=8', '--heap-growing-percent=50', '--disable-warning=ExperimentalWarning'],
  environment: {
    MALLOC_ARENA_MAX: '2',
    NODE_COMPILE_CACHE: path.join(__dirname, '..', 'dist', '.compiled'),
  },
};
