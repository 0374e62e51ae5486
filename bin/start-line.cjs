'use strict';

var path = require('path');

/**
 * How Node is started for the service: several threads share its memory, and each would keep much that it no longer needs. A heap that may grow by
 * 100 per cent before it is collected takes 10 MB more than one that may grow by 50, and a tenth off a post. V8's own functions lie once in memory, not
 * again beside the code of each thread: 2 MB each, which made nothing faster. What is compiled once is read at the next start, where the folder of the
 * program can be written.
 */
module.exports = {
  flags: ['--max-semi-space-size=8', '--heap-growing-percent=100', '--no-short-builtin-calls', '--disable-warning=ExperimentalWarning'],
  environment: {
    MALLOC_ARENA_MAX: '2',
    // Else both grow with the largest list that was ever let go of, and what is let go of later is not given back. A read of a socket takes 64 KB.
    MALLOC_MMAP_THRESHOLD_: String(128 * 1024),
    MALLOC_TRIM_THRESHOLD_: String(1024 * 1024),
    NODE_COMPILE_CACHE: path.join(__dirname, '..', 'dist', '.compiled'),
  },
};
