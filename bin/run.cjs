'use strict';

var childProcess = require('child_process');

var SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program in the place of this process, or where this Node cannot, as a child that gets its signals and gives its exit code. */
module.exports = function run(node, words) {
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    // It works, and warns that it is new.
    process.removeAllListeners('warning');
    process.execve(node, [node].concat(words), process.env);
  }
  var child = childProcess.spawn(node, words, { stdio: 'inherit' });
  SIGNALS.forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal);
    });
  });
  child.on('exit', function (code, signal) {
    SIGNALS.forEach(function (one) {
      process.removeAllListeners(one);
    });
    if (signal === null) process.exit(code);
    process.kill(process.pid, signal);
  });
};
