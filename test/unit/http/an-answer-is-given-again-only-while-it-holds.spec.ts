import { Clock } from '../../../src/ports/clock.js';
import { RecentAnswers, type SentAnswer } from '../../../src/http/recent-answers.js';
import { Story } from '../../support/histories-by-hand.js';
import { emptyReadModel, stored } from '../read-model/files.js';

const DAY_MS = 86_400_000;

class SetClock extends Clock {
  constructor(public at = 0) {
    super();
  }
  now(): number {
    return this.at;
  }
}

function answer(text: string, isFixed = false): SentAnswer {
  return { text, etag: '"tag"', headers: {}, isFixed };
}

function setting() {
  const readModel = emptyReadModel();
  const events = stored(new Story().log);
  const clock = new SetClock();
  const recent = new RecentAnswers(readModel, clock);
  readModel.apply(events.slice(0, 2));
  const keep = (url: string, sent: SentAnswer) => {
    recent.keep(url, sent, recent.present);
  };
  return { readModel, events, clock, recent, keep };
}

it('the same question has the same answer until something is applied', () => {
  const { readModel, events, recent, keep } = setting();
  using _ = readModel;
  keep('/a', answer('one'));
  expect([recent.find('/a')?.text, recent.find('/b')]).toEqual(['one', undefined]);
  readModel.apply(events.slice(2, 3));
  expect(recent.find('/a')).toBeUndefined();
});

it('an answer that was worked out while something was applied is not given again', () => {
  const { readModel, events, recent } = setting();
  using _ = readModel;
  const before = recent.present;
  readModel.apply(events.slice(2, 3));
  recent.keep('/a', answer('of before'), before);
  expect(recent.find('/a')).toBeUndefined();
});

it('the next day is another question, but not where D and R are fixed', () => {
  const { readModel, events, clock, recent, keep } = setting();
  using _ = readModel;
  keep('/today', answer('one'));
  keep('/fixed', answer('two', true));
  clock.at += DAY_MS;
  readModel.apply(events.slice(2, 3));
  expect([recent.find('/today'), recent.find('/fixed')?.text]).toEqual([undefined, 'two']);
});

it('nothing is given again behind a rebuild, nor from a damaged file', () => {
  const { readModel, recent, keep } = setting();
  using _ = readModel;
  keep('/fixed', answer('one', true));
  Object.defineProperty(readModel.rows, 'isDamaged', { value: true });
  expect(recent.find('/fixed')).toBeUndefined();
});

it('the oldest are forgotten where all together are too long, and what is too long by itself is not kept', () => {
  const { readModel, recent, keep } = setting();
  using _ = readModel;
  keep('/huge', answer('x'.repeat(500_001)));
  for (let i = 0; i < 3; i += 1) keep(`/${String(i)}`, answer('x'.repeat(240_000)));
  expect(recent.find('/huge')).toBeUndefined();
  expect([0, 1, 2].map((i) => recent.find(`/${String(i)}`) !== undefined)).toEqual([false, true, true]);
});

it('what was asked again is not driven out by what was asked once, but by what others ask again', () => {
  const { readModel, recent, keep } = setting();
  using _ = readModel;
  const ask = (url: string): boolean => {
    const isKept = recent.find(url) !== undefined;
    if (!isKept) keep(url, answer('x'.repeat(400_000)));
    return isKept;
  };
  expect([ask('/again'), ask('/again')]).toEqual([false, true]);
  for (let i = 0; i < 20; i += 1) ask(`/once-${String(i)}`);
  expect(ask('/again')).toBe(true);
  for (let i = 0; i < 6; i += 1) expect([ask(`/others-${String(i)}`), ask(`/others-${String(i)}`)]).toEqual([false, true]);
  expect(ask('/again')).toBe(false);
});

it('what is kept is bounded by all of it: long questions with short answers too', () => {
  const { readModel, recent, keep } = setting();
  using _ = readModel;
  keep(`/${'q'.repeat(2_000)}`, answer('short'));
  expect(recent.find(`/${'q'.repeat(2_000)}`)).toBeUndefined();
  const url = (i: number): string => `/${String(i)}-${'q'.repeat(1_900)}`;
  for (let i = 0; i < 10_000; i += 1) keep(url(i), answer('short'));
  expect([recent.find(url(0)), recent.find(url(9_999))?.text]).toEqual([undefined, 'short']);
});
