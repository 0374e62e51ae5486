'use strict';
// `npm run build`, and what a start does where the sources have changed.

var childProcess = require('child_process');
var fs = require('fs');
var path = require('path');
var sources = require('./sources.cjs');

var NEST = ['node_modules', '@nestjs', 'cli', 'bin', 'nest.js'];
var TYPESCRIPT = ['node_modules', 'typescript', 'package.json'];
var SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function has(root, parts) {
  return fs.existsSync(path.join.apply(path, [root].concat(parts)));
}

function hasBuilder(root) {
  return has(root, NEST) || has(root, TYPESCRIPT);
}

/** Makes what pages load, builds with Nest's tool, and bundles; where the packages of development are left out, with the compiler alone, which then checks no types. */
function build(root, node, done) {
  var of = sources.fingerprint(root);
  var words = has(root, NEST) ? [path.join.apply(path, NEST), 'build'] : [path.join(__dirname, 'compile.cjs')];
  var child;
  function stop(signal) {
    child.kill(signal);
    process.exit(1);
  }
  SIGNALS.forEach(function (signal) {
    process.on(signal, stop);
  });
  function run(steps) {
    // What a command answers with goes to stdout: the builder has no place there.
    child = childProcess.spawn(node, steps[0], { cwd: root, stdio: ['ignore', 2, 2] });
    child.on('exit', function (code) {
      if (code === 0 && steps.length > 1) return run(steps.slice(1));
      SIGNALS.forEach(function (signal) {
        process.removeListener(signal, stop);
      });
      if (code === 0) sources.noteBuiltFrom(root, of);
      done(code === 0);
    });
  }
  run([[path.join(__dirname, 'bundle-pages.mjs')], words, [path.join(__dirname, 'bundle-program.mjs'), 'dist']]);
}

module.exports = { hasBuilder: hasBuilder, build: build };

if (require.main === module) {
  build(path.join(__dirname, '..'), process.execPath, function (isBuilt) {
    process.exitCode = isBuilt ? 0 : 1;
  });
}
