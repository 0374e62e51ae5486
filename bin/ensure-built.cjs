'use strict';

var fs = require('fs');
var path = require('path');
var build = require('./build.cjs');
var sources = require('./sources.cjs');

var OLDER =
  'The sources have changed since the program was built, and nothing that builds it is installed: starting what is built. "npm ci" brings a builder.';
var NOTHING =
  'Nothing is built, and nothing that builds it is installed: run "npm ci && npm run build", or bring a dist/ that was built elsewhere.';

/**
 * Has the program built where the sources are others than those it was built from, and calls back with whether it can be started.
 * Where there are no sources, as in an image, what is built is taken as it is.
 */
module.exports = function ensureBuilt(root, node, done) {
  var hasProgram = fs.existsSync(path.join(root, 'dist', 'main.js'));
  var isCurrent = hasProgram && (!fs.existsSync(path.join(root, 'src')) || sources.builtFrom(root) === sources.fingerprint(root));
  if (isCurrent) return done(true);
  if (build.hasBuilder(root)) {
    process.stderr.write('Building …\n');
    return build.build(root, node, done);
  }
  process.stderr.write((hasProgram ? OLDER : NOTHING) + '\n');
  done(hasProgram);
};
