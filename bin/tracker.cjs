#!/usr/bin/env node
'use strict';
// Plain JavaScript that any old Node reads: it finds a Node that runs the program, has it built where that is needed, and starts it.

var path = require('path');
var findNode = require('./find-node.cjs');
var ensureBuilt = require('./ensure-built.cjs');
var run = require('./run.cjs');

var FLAGS = ['--max-semi-space-size=16', '--enable-source-maps', '--disable-warning=ExperimentalWarning'];

var root = path.join(__dirname, '..');
var node = findNode(root);
if (node === undefined) process.exit(1);

ensureBuilt(root, node, function (isBuilt) {
  if (!isBuilt) process.exit(1);
  var words = process.argv.slice(2);
  var isService = words.length === 1 && words[0] === 'serve';
  run(node, FLAGS.concat(path.join(root, 'dist', isService ? 'main.js' : 'tracker.js'), isService ? [] : words));
});
