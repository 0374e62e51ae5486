'use strict';

var fs = require('fs');
var path = require('path');

/** The program needs node:sqlite as Node 24 has it (docs/adr/0001). */
var LEAST = 24;

/** A Node that runs the program: this one, or the one that the packages bring. Says where there is none. */
module.exports = function findNode(root) {
  if (Number(process.versions.node.split('.')[0]) >= LEAST) return process.execPath;
  var brought = path.join(root, 'node_modules', 'node-' + process.platform + '-' + process.arch, 'bin', 'node');
  if (fs.existsSync(brought)) return brought;
  var way = process.platform === 'linux' ? ', or let "npm ci" bring it (without --omit=optional).' : '.';
  var told = 'Node ' + LEAST + ' or later is needed, and this is ' + process.versions.node + ': install one from https://nodejs.org';
  process.stderr.write(told + way + '\n');
  return undefined;
};
