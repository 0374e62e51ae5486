import { Uses } from '../../../src/commands/writing/uses.js';

/** Work that tells when it begins and ends when it is told to. */
class Steps {
  readonly told: string[] = [];
  private readonly ends = new Map<string, (error?: Error) => void>();

  work(name: string): () => Promise<string> {
    return () =>
      new Promise((resolve, reject) => {
        this.told.push(`${name} begins`);
        this.ends.set(name, (error) => {
          this.told.push(`${name} ends`);
          if (error) reject(error);
          else resolve(name);
        });
      });
  }

  end(name: string, error?: Error): void {
    this.ends.get(name)?.(error);
  }
}

/** Lets all that can go on do so. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

let uses: Uses;
let steps: Steps;
beforeEach(() => {
  uses = new Uses();
  steps = new Steps();
});

it('a change waits for those who use what it changes, and those who come later for it', async () => {
  const all = [
    uses.during(['p', 'q'], steps.work('first')),
    uses.during(['p'], steps.work('second')),
    uses.change(['p'], steps.work('change')),
    uses.during(['p'], steps.work('late')),
  ];
  await settled();
  expect(steps.told).toEqual(['first begins', 'second begins']);
  steps.end('first');
  await settled();
  expect(steps.told.slice(2)).toEqual(['first ends']);
  steps.end('second');
  await settled();
  expect(steps.told.slice(3)).toEqual(['second ends', 'change begins']);
  steps.end('change');
  await settled();
  expect(steps.told.slice(5)).toEqual(['change ends', 'late begins']);
  steps.end('late');
  expect(await Promise.all(all)).toEqual(['first', 'second', 'change', 'late']);
});

it('what has nothing to do with each other waits for nothing', async () => {
  void uses.during(['p'], steps.work('use of p'));
  void uses.change(['q'], steps.work('change of q'));
  void uses.during([], steps.work('use of nothing'));
  await settled();
  expect(steps.told.toSorted()).toEqual(['change of q begins', 'use of nothing begins', 'use of p begins']);
});

it('what fails is told to its caller, and holds nobody up', async () => {
  const failed = uses.during(['p'], steps.work('use'));
  const change = uses.change(['p'], steps.work('change'));
  const late = uses.during(['p'], steps.work('late'));
  steps.end('use', new Error('use failed'));
  await expect(failed).rejects.toThrow('use failed');
  await settled();
  steps.end('change', new Error('change failed'));
  await expect(change).rejects.toThrow('change failed');
  await settled();
  steps.end('late');
  expect(await late).toBe('late');
});

it('a use that waits for one change waits for the next one too', async () => {
  const first = uses.change(['p'], steps.work('first change'));
  const use = uses.during(['p'], steps.work('use'));
  await settled();
  steps.end('first change');
  const second = first.then(() => uses.change(['p'], steps.work('second change')));
  await settled();
  steps.end('second change');
  await second;
  await settled();
  steps.end('use');
  await use;
  expect(steps.told.filter((told) => told.endsWith('begins'))).toHaveLength(3);
  expect(steps.told.indexOf('use begins')).toBeGreaterThan(steps.told.indexOf('first change ends'));
});
