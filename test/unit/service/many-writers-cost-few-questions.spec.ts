import type { QueryBus } from '@nestjs/cqrs';
import { incomingReport } from '../../../src/commands/writing/doubts/incoming-report.js';
import type { Beside, IncomingReport } from '../../../src/ports/reports-beside.js';
import type { ReportsBesideQuery } from '../../../src/queries/beside/reports-beside.query.js';
import { ReportsBesideAsked } from '../../../src/service/reports-beside-asked.js';
import { position } from '../../support/histories-by-hand.js';
import { reportedDate } from '../../support/histories-registry.js';

function incoming(id: string): IncomingReport[] {
  const report = incomingReport(position(id, 'a', 'demands'), reportedDate('2026-01-05'), null);
  return report ? [report] : [];
}

/** What a read model would tell: that each report is its own account. */
const besideOf = ({ id }: IncomingReport): Beside => ({ ownStance: null, sameAccount: [id] });

/** Asks a bus that keeps each question until it is let go. */
function asking(doubtsMs = 60_000) {
  const questions: { readonly asked: number; readonly answer: () => void; readonly fail: () => void }[] = [];
  const bus = {
    execute: async (query: ReportsBesideQuery) =>
      new Promise((resolve, reject) => {
        questions.push({
          asked: query.incoming.length,
          answer: () => {
            resolve(query.incoming.map(besideOf));
          },
          fail: () => {
            reject(new Error('the thread has ended'));
          },
        });
      }),
  };
  const patience = { bodyMs: 1, silenceMs: 1, doubtsMs, questionMs: 1 };
  return { questions, asked: new ReportsBesideAsked(bus as unknown as QueryBus, patience) };
}

const settled = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('those who come while a question is under way share the next one, and each is told of its own', async () => {
  const { questions, asked } = asking();
  const all = ['one', 'two', 'three', 'four'].map(async (id) => asked.of(incoming(id)));
  expect(questions.map((question) => question.asked)).toEqual([1]);
  questions[0]?.answer();
  await settled();
  expect(questions.map((question) => question.asked)).toEqual([1, 3]);
  questions[1]?.answer();
  expect((await Promise.all(all)).map((told) => told?.map(({ sameAccount }) => sameAccount))).toEqual([
    [['one']],
    [['two']],
    [['three']],
    [['four']],
  ]);
});

it('what is not known in time is not told, and does not hold up those who come later', async () => {
  const { questions, asked } = asking(20);
  expect(await Promise.all([asked.of(incoming('one')), asked.of(incoming('two'))])).toEqual([undefined, undefined]);
  questions[0]?.answer();
  await settled();
  const later = asked.of(incoming('three'));
  // Nobody waits for the second one any more.
  expect(questions.map((question) => question.asked)).toEqual([1, 1]);
  questions[1]?.answer();
  expect(await later).toEqual([{ ownStance: null, sameAccount: ['three'] }]);
});

it('a question that fails is a write that is not warned of', async () => {
  const { questions, asked } = asking();
  const told = asked.of(incoming('one'));
  questions[0]?.fail();
  expect(await told).toBeUndefined();
  const next = asked.of(incoming('two'));
  await settled();
  questions[1]?.answer();
  expect(await next).toEqual([{ ownStance: null, sameAccount: ['two'] }]);
});

it('where too many wait already, nobody else does', async () => {
  const { questions, asked } = asking();
  const many = (count: number): IncomingReport[] => Array.from({ length: count }, (_, i) => incoming(String(i))).flat();
  void asked.of(incoming('under way'));
  void asked.of(many(2_000));
  expect(await asked.of(incoming('one too many'))).toBeUndefined();
  expect(questions.map((question) => question.asked)).toEqual([1]);
  questions[0]?.answer();
  await settled();
  questions[1]?.answer();
});
