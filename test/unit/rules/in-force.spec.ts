import { type Amendment, type CountedRemoval, isRemoved, versionInForce } from '../../../src/rules/in-force.js';

const CODING: Amendment = { reason: 'coding', publishedHi: null };
const erratumOf = (day: number): Amendment => ({ reason: 'source', publishedHi: day });

const VERSIONS: readonly [string, readonly Amendment[], knownBy: number, number][] = [
  ['the original without corrections', [], 5, 0],
  ['an erratum counts from the day it came out', [erratumOf(5)], 5, 1],
  ['an erratum does not count the day before', [erratumOf(5)], 4, 0],
  ['an erratum without a last day never counts on a day', [erratumOf(Infinity)], 9_999, 0],
  ['an erratum without a last day counts without a limit', [erratumOf(Infinity)], Infinity, 1],
  ['a misreading is corrected for every K', [CODING], -Infinity, 1],
  ['a misreading of the erratum counts where the erratum does', [erratumOf(5), CODING], 5, 2],
  ['a misreading of the erratum does not count before it', [erratumOf(5), CODING], 4, 0],
  ['a misreading of the original, then an erratum that is not out', [CODING, erratumOf(5)], 4, 1],
  ['a misreading of an erratum not out does not count though one before counts', [erratumOf(3), erratumOf(5), CODING], 4, 1],
  ['the last in force counts, whatever day its erratum has', [erratumOf(5), erratumOf(3)], 3, 2],
  ['errata out of order of their days: the last recorded', [erratumOf(5), erratumOf(3)], 9, 2],
  ['a misreading of an erratum that is out, behind one that is not', [erratumOf(5), erratumOf(3), CODING], 3, 3],
  ['an erratum of which no day is known never counts', [{ reason: 'source', publishedHi: null }], Infinity, 0],
  ['a chain of misreadings', [CODING, CODING, CODING], 0, 3],
];

describe('the version in force', () => {
  it.each(VERSIONS)('%s', (_, corrections, knownBy, version) => {
    expect(versionInForce(corrections, knownBy)).toBe(version);
  });
});

const removing = (amendment: Amendment): CountedRemoval => ({ ...amendment, takesBack: false });
const takingBack = (amendment: Amendment): CountedRemoval => ({ ...amendment, takesBack: true });

/** The days 0 to 9 on which it is removed, then whether it is without a limit. */
const REMOVALS: readonly [string, readonly CountedRemoval[], removedOn: string][] = [
  ['nothing removes nothing', [], '---------- -'],
  ['by the publisher from its day on', [removing(erratumOf(5))], '-----xxxxx x'],
  ['what we misread, on every K', [removing(CODING)], 'xxxxxxxxxx x'],
  ['by a publisher who never says when, without a limit only', [removing(erratumOf(Infinity))], '---------- x'],
  ['the publisher takes back what he removed, from then on', [removing(erratumOf(3)), takingBack(erratumOf(6))], '---xxx---- -'],
  ['the publisher takes back what we removed, from then on', [removing(CODING), takingBack(erratumOf(6))], 'xxxxxx---- -'],
  ['our mistake is taken back on every K', [removing(CODING), takingBack(CODING)], '---------- -'],
  ['our mistake about a publisher is taken back wherever that counts', [removing(erratumOf(3)), takingBack(CODING)], '---------- -'],
  [
    'our mistake, though the publisher had taken it back from a day on',
    [removing(erratumOf(3)), takingBack(erratumOf(6)), takingBack(CODING)],
    '---------- -',
  ],
  ['what is taken back by a day before it counts nowhere', [removing(erratumOf(6)), takingBack(erratumOf(3))], '---------- -'],
  ['removed again, from its day on', [removing(erratumOf(1)), takingBack(erratumOf(3)), removing(erratumOf(6))], '-xx---xxxx x'],
  ['removed again with an earlier day', [removing(erratumOf(3)), takingBack(erratumOf(6)), removing(erratumOf(1))], '-xxxxxxxxx x'],
  ['removed again by us', [removing(erratumOf(3)), takingBack(erratumOf(6)), removing(CODING)], 'xxxxxxxxxx x'],
  [
    'taken back by us where the second removal counts; before it, what was before decides',
    [removing(erratumOf(1)), takingBack(erratumOf(3)), removing(erratumOf(6)), takingBack(CODING)],
    '-xx------- -',
  ],
  [
    'the last recorded decides, also where the first removal alone would stand',
    [removing(erratumOf(1)), takingBack(erratumOf(6)), removing(CODING), takingBack(CODING)],
    '---------- -',
  ],
  [
    'taken back twice, the second time from its day on',
    [removing(CODING), takingBack(CODING), removing(CODING), takingBack(erratumOf(4))],
    'xxxx------ -',
  ],
  ['to take back what is not there changes nothing', [takingBack(CODING)], '---------- -'],
  ['to take back what is not there hides nothing that comes later', [takingBack(erratumOf(2)), removing(erratumOf(4))], '----xxxxxx x'],
];

describe('what is removed', () => {
  it.each(REMOVALS)('%s', (_, removals, removedOn) => {
    const shown = (knownBy: number): string => (isRemoved(removals, knownBy) ? 'x' : '-');
    const days = Array.from({ length: 10 }, (__, day) => shown(day)).join('');
    expect(`${days} ${shown(Infinity)}`).toBe(removedOn);
  });

  it('is removed by us before every day too', () => {
    expect(isRemoved([removing(CODING)], -Infinity)).toBe(true);
    expect(isRemoved([removing(CODING), takingBack(CODING)], -Infinity)).toBe(false);
  });
});
