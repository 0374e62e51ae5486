import { partyWhenRecorded } from '../../../src/rules/party-when-recorded.js';

type Version = readonly [event: number, party: string | null];

const PERSON: readonly Version[] = [
  [3, 'a'],
  [5, null],
  [8, 'b'],
];

const partyIn = (report: number, versions: readonly Version[]) =>
  partyWhenRecorded({ by: (event) => versions.findLast(([at]) => at <= event)?.[1], first: () => versions[0]?.[1] }, report);

describe('the party for which a person speaks', () => {
  it.each([
    ['was registered by then', 3, 'a'],
    ['left it since', 4, 'a'],
    ['was of none by then', 7, null],
    ['joined another one', 9, 'b'],
    ['was not registered by then: the first one', 2, 'a'],
  ])('who %s', (_, report, party) => {
    expect(partyIn(report, PERSON)).toBe(party);
  });

  it('is not known of who is no person', () => {
    expect(partyIn(5, [])).toBeUndefined();
  });
});
