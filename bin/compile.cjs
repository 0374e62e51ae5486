'use strict';
// Turns each source into JavaScript by itself, as the tests do: what a machine does that has none of the packages of development.

const { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const ts = require('typescript');

const root = join(__dirname, '..');
const settings = ts.getParsedCommandLineOfConfigFile(
  join(root, 'tsconfig.build.json'),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
);
const { assets } = JSON.parse(readFileSync(join(root, 'nest-cli.json'), 'utf8')).compilerOptions;
const source = join(root, 'src');
const dist = join(root, 'dist');
// A file by itself does not know that its package is one of modules.
const compilerOptions = { ...settings.options, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };

rmSync(dist, { recursive: true, force: true });
for (const fileName of settings.fileNames.filter((name) => !name.endsWith('.d.ts'))) {
  const path = join(dist, relative(source, fileName).replace(/\.tsx?$/, '.js'));
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(readFileSync(fileName, 'utf8'), {
    compilerOptions,
    fileName,
    reportDiagnostics: true,
  });
  diagnostics.forEach(fail);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, outputText);
  writeFileSync(`${path}.map`, sourceMapText);
}
for (const asset of assets) {
  for (const path of globSync(asset.include ?? asset, { cwd: source })) cpSync(join(source, path), join(dist, path));
}

function fail(diagnostic) {
  process.stderr.write(
    ts.formatDiagnostic(diagnostic, { getCanonicalFileName: String, getCurrentDirectory: () => root, getNewLine: () => '\n' }),
  );
  process.exit(1);
}
