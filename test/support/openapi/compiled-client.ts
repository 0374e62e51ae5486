import { dirname, join } from 'node:path';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Compiles a program against the types that openapi-typescript makes of a document, as `api.mts` beside it. */
export class ClientCompiler {
  private constructor(private readonly types: string) {}

  static async of(document: object): Promise<ClientCompiler> {
    // What has a default may be left out of what is sent.
    return new ClientCompiler(astToString(await openapiTypes(document as OpenAPI3, { defaultNonNullable: false })));
  }

  /** @param change what is compiled in place of what the file holds @returns what does not compile, each in one line */
  faultsOf(file: string, change: (text: string) => string = (text) => text): string[] {
    const types = join(dirname(file), 'api.mts');
    const disk = ts.createCompilerHost(OPTIONS);
    const given = (path: string): string | undefined => {
      if (path === types) return this.types;
      return path === file ? change(disk.readFile(path) ?? '') : undefined;
    };
    const host: ts.CompilerHost = {
      ...disk,
      readFile: (path) => given(path) ?? disk.readFile(path),
      fileExists: (path) => path === types || disk.fileExists(path),
      getSourceFile: (path, target, ...more) => {
        const text = given(path);
        return text === undefined ? disk.getSourceFile(path, target, ...more) : ts.createSourceFile(path, text, target);
      },
    };
    const program = ts.createProgram([file], OPTIONS, host);
    return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  }
}
