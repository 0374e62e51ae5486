#!/usr/bin/env node
'use strict';
// Plain JavaScript that any old Node reads: it finds a Node that runs the program, has it built where that is needed, and starts it.

var path = require('path');
var findNode = require('./find-node.cjs');
var ensureBuilt = require('./ensure-built.cjs');
var run = require('./run.cjs');
var startLine = require('./start-line.cjs');

var root = path.join(__dirname, '..');
var node = findNode(root);
if (node === undefined) process.exit(1);

ensureBuilt(root, node, function (isBuilt) {
  if (!isBuilt) process.exit(1);
  var words = process.argv.slice(2);
  var isService = words.length === 1 && words[0] === 'serve';
  Object.keys(startLine.environment).forEach(function (name) {
    if (process.env[name] === undefined) process.env[name] = startLine.environment[name];
  });
  run(node, startLine.flags.concat(path.join(root, 'dist', isService ? 'main.js' : 'tracker.js'), isService ? [] : words));
});
