'use strict';

var crypto = require('crypto');
var fs = require('fs');
var path = require('path');

/** Of the packages some are put into the program. */
var SETTINGS = [
  'bin/bundle-pages.mjs',
  'bin/bundle-program.mjs',
  'nest-cli.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
/** What a build makes among the sources. */
var MADE = path.join('src', 'pages', 'bundle') + path.sep;
var MARK = path.join('dist', '.built-from');

/** Changes with every change of what the program is built from, and with nothing else: not with a fresh clone or another branch and back. */
function fingerprint(root) {
  var hash = crypto.createHash('sha256');
  SETTINGS.map(function (name) {
    return path.join(root, name);
  })
    .concat(filesIn(path.join(root, 'src')))
    .filter(function (file) {
      return path.relative(root, file).indexOf(MADE) !== 0;
    })
    .forEach(function (file) {
      hash.update(path.relative(root, file) + '\0');
      hash.update(fs.readFileSync(file));
      hash.update('\0');
    });
  return hash.digest('hex');
}

function filesIn(folder) {
  return fs
    .readdirSync(folder)
    .sort()
    .reduce(function (files, name) {
      var file = path.join(folder, name);
      return files.concat(fs.statSync(file).isDirectory() ? filesIn(file) : file);
    }, []);
}

/** The fingerprint of what `dist` was built from; undefined where nobody knows. */
function builtFrom(root) {
  try {
    return fs.readFileSync(path.join(root, MARK), 'utf8');
  } catch (error) {
    return undefined;
  }
}

function noteBuiltFrom(root, of) {
  fs.writeFileSync(path.join(root, MARK), of);
}

module.exports = { fingerprint: fingerprint, builtFrom: builtFrom, noteBuiltFrom: noteBuiltFrom };
