import type { Fault } from '../vocabulary/refusal.js';

/** An issue as zod and other Standard Schema libraries report it. */
interface SchemaIssue {
  readonly code?: string;
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  /** Of unrecognized_keys. */
  readonly keys?: readonly string[];
  /** Of invalid_type: the type that is taken. */
  readonly expected?: string;
  /** Of invalid_union: the issues of each branch. */
  readonly errors?: readonly (readonly SchemaIssue[])[];
  /** Of a custom issue: our own code. */
  readonly params?: { readonly code?: string };
}

type Path = readonly (string | number)[];

/** The faults of a body, each with its JSON pointer. */
export function faultsOfBody(issues: readonly SchemaIssue[]): Fault[] {
  return leaves(issues, []).map(({ path, code, detail }) => ({ pointer: pointerTo(path), code, detail }));
}

/** The faults of a query, each with the name of its parameter. */
export function faultsOfQuery(issues: readonly SchemaIssue[]): Fault[] {
  return leaves(issues, []).map(({ path, code, detail }) => ({ parameter: String(path[0] ?? ''), code, detail }));
}

/** A path in a body as a JSON pointer in a URI fragment (RFC 6901, section 6); a URI cannot hold a lone surrogate. */
export function pointerTo(path: Path): string {
  const parts = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#${parts.map((part) => `/${encodeURI(part.toWellFormed())}`).join('')}`;
}

interface Leaf {
  readonly path: Path;
  readonly code: string;
  readonly detail: string;
}

function leaves(issues: readonly SchemaIssue[], above: Path): Leaf[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...(issue.path ?? []).map(partOfPath)];
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).map((key) => ({ path: [...path, key], code: 'unknown-field', detail: `"${key}" is not a field here` }));
    }
    const branch = issue.code === 'invalid_union' ? branchThatWasMeant(issue.errors ?? []) : undefined;
    if (branch) return leaves(branch, path);
    return [{ path, code: issue.params?.code ?? codeOf(issue), detail: detailOf(issue) }];
  });
}

/** Of the branches of a union, the one whose faults lie deeper than the type of the value itself. */
function branchThatWasMeant(branches: readonly (readonly SchemaIssue[])[]): readonly SchemaIssue[] | undefined {
  return branches.find((issues) => issues.every(({ code, path }) => code !== 'invalid_type' || (path ?? []).length > 0));
}

/** Where a value is of no type that is taken, those that are; a message of zod does not tell them of a union. */
function detailOf({ code, message, errors = [], ...issue }: SchemaIssue): string {
  const mistyped = code === 'invalid_union' ? errors.flat() : [{ message, ...issue }];
  const expected = [...new Set(mistyped.flatMap((one) => one.expected ?? []))].join(' or ');
  if (expected === '') return message;
  const [, received = ''] = /received (.+)$/.exec(mistyped[0]?.message ?? '') ?? [];
  if (received === 'undefined') return `is required: ${expected}`;
  return code === 'invalid_union' ? `must be ${expected}, not ${received}` : message;
}

function codeOf({ code }: SchemaIssue): string {
  return (code ?? 'invalid').replaceAll('_', '-');
}

function partOfPath(part: PropertyKey | { readonly key: PropertyKey }): string | number {
  const key = typeof part === 'object' ? part.key : part;
  return typeof key === 'symbol' ? String(key) : key;
}
