import { type Amendment, removes, versionInForce } from '../../../src/rules/in-force.js';

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
  ['a chain of misreadings', [CODING, CODING, CODING], 0, 3],
];

describe('the version in force', () => {
  it.each(VERSIONS)('%s', (_, corrections, knownBy, version) => {
    expect(versionInForce(corrections, knownBy)).toBe(version);
  });
});

describe('a removal', () => {
  it.each<[string, Amendment | null, number, boolean]>([
    ['that is none removes nothing', null, Infinity, false],
    ['by the publisher counts from its day on', erratumOf(5), 5, true],
    ['by the publisher does not count the day before', erratumOf(5), 4, false],
    ['of what we misread counts on every K', CODING, -Infinity, true],
  ])('%s', (_, removal, knownBy, expected) => {
    expect(removes(removal, knownBy)).toBe(expected);
  });
});
