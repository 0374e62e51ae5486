import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Examples } from '../../src/http/openapi/examples.js';
import { AnswerCheck } from '../support/openapi/answer-check.js';
import type { Document, Operation, Response } from '../support/openapi/described-routes.js';
import { EXAMPLE_REQUESTS } from '../support/openapi/example-requests.js';
import { walked } from '../support/openapi/example-walk.js';
import { startTestService } from '../support/service.js';

const FOLDER = join(import.meta.dirname, '../../src/http/openapi/examples');
/** Wherever the sources lie. */
const COMMIT = '3f786850e387550fdab836ed7e6dc881de23001b';
/** `npm run examples` records them anew. */
const isRecording = process.env.RECORD_EXAMPLES === 'true';

let document: Document;
let answered: Readonly<Record<string, Examples>>;
beforeAll(async () => {
  const service = await startTestService({ loadSeeds: true, webhookTargets: 'any', commit: COMMIT });
  service.clock.set('2026-03-02T09:00:00.000Z');
  try {
    document = service.document();
    answered = await walked(service, document, EXAMPLE_REQUESTS);
    if (isRecording) await record(answered);
    document = service.document();
  } finally {
    await service.stop();
  }
});

async function record(examples: Readonly<Record<string, Examples>>): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const [operation, example] of Object.entries(examples)) {
    await writeFile(join(FOLDER, `${operation}.json`), `${JSON.stringify(example, null, 2)}\n`);
  }
}

interface Told extends Operation {
  readonly method: string;
  readonly path: string;
}

function operations(): Told[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}

/** The good answers of an operation, by status. */
function goodAnswers({ responses }: Operation): (readonly [status: string, answer: Response])[] {
  return Object.entries(responses).flatMap(([status, answer]) =>
    status.startsWith('2') && !('$ref' in answer) ? [[status, answer] as const] : [],
  );
}

/** The bodies that the document tells of an operation, each with its example. */
function shown(operation: Told): (readonly [where: string, example: unknown])[] {
  const bodies = [
    ['sent', operation.requestBody?.content] as const,
    ...goodAnswers(operation).map(([of, { content }]) => [of, content] as const),
  ];
  return bodies.flatMap(([of, content = {}]) =>
    Object.entries(content).map(([type, { example }]) => [`${operation.operationId} ${of} ${type}`, example] as const),
  );
}

it('each body and each good answer of each route has one', () => {
  const all = operations().flatMap(shown);
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter(([, example]) => example === undefined).map(([where]) => where)).toEqual([]);
});

it('none is left of a route that is gone', () => {
  const ids = new Set(operations().map(({ operationId }) => `${operationId}.json`));
  expect(readdirSync(FOLDER).filter((file) => !ids.has(file))).toEqual([]);
});

it('each answer is of the form that is described', () => {
  const check = new AnswerCheck(document);
  const faults = operations().flatMap((operation) =>
    goodAnswers(operation).flatMap(([status, { content = {} }]) =>
      Object.entries(content).map(([type, { example }]) => {
        const text = typeof example === 'string' ? example : JSON.stringify(example);
        const url = operation.path.replaceAll(/\{\w+\}/g, 'x');
        return check.faultOf({ method: operation.method, url, status: Number(status), headers: { 'content-type': type }, text });
      }),
    ),
  );
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
});

it('each is what the service takes and answers, but for what is made up anew each time: else `npm run examples`', () => {
  for (const [operation, examples] of Object.entries(answered)) {
    const recorded = JSON.parse(readFileSync(join(FOLDER, `${operation}.json`), 'utf8')) as Examples;
    expect({ operation, form: formOf(recorded.answered) }).toEqual({ operation, form: formOf(examples.answered) });
    expect({ operation, sent: recorded.sent }).toEqual({ operation, sent: examples.sent });
  }
});

/** A value with its texts and numbers replaced by what they are. */
function formOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'object' ? one : typeof one)) as unknown;
}
