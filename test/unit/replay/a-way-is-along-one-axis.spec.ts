import { faultsOfJourney, fixedQuery, journeyOf, type JourneyQuery } from '../../../src/queries/asking/journey-of.js';
import { dayOf } from '../../../src/vocabulary/day.js';

const present = {
  today: dayOf(2026, 2, 4),
  position: async (text: string | undefined) => (text === undefined ? 99n : BigInt(text.slice(1))),
};

it.each<[JourneyQuery, string[]]>([
  [{}, []],
  [{ from: '2026-01-01', to: '2026-01-31', asOf: '2026-01-31', recordedBy: '@7' }, []],
  [{ knownBy: '2026-01-01' }, ['knownBy']],
  [{ axis: 'published', on: '2026-01-01' }, ['on']],
  [{ axis: 'occurred', asOf: '2026-01-01' }, ['asOf']],
  [{ axis: 'occurred', on: '2026-01-01', from: '@7' }, ['on', 'from']],
  [{ axis: 'occurred', knownBy: '2026-01-01' }, []],
  [{ axis: 'recorded', recordedBy: '@7' }, ['recordedBy']],
  [{ axis: 'recorded', on: '2026-01-01', from: '@7', to: '2026-01-01T00:00:00Z' }, []],
  [{ from: '2026-01-01T00:00:00Z' }, ['from']],
])('%j has faults in %j', (query, parameters) => {
  expect(faultsOfJourney(query).map(({ parameter }) => parameter)).toEqual(parameters);
});

it.each<[JourneyQuery, object]>([
  [{}, { axis: 'published', to: '2026-02-04', recordedBy: '@99', certainty: 'any' }],
  [
    { from: '2026-01-01', to: '2026-01-31', issue: 'i' },
    { axis: 'published', from: '2026-01-01', to: '2026-01-31', issue: 'i', recordedBy: '@99', certainty: 'any' },
  ],
  [{ asOf: '2026-01-31' }, { axis: 'published', asOf: '2026-01-31', recordedBy: '@99', certainty: 'any' }],
  [
    { axis: 'occurred', recordedBy: '@7' },
    { axis: 'occurred', to: '2026-02-04', recordedBy: '@7', certainty: 'any' },
  ],
  [
    { axis: 'occurred', knownBy: '2026-01-31', certainty: 'certain' },
    { axis: 'occurred', to: '2026-02-04', knownBy: '2026-01-31', recordedBy: '@99', certainty: 'certain' },
  ],
  [
    { axis: 'recorded', from: '@7' },
    { axis: 'recorded', from: '@7', to: '@99', asOf: '2026-02-04', certainty: 'any' },
  ],
  [
    { axis: 'recorded', on: '2026-01-31' },
    { axis: 'recorded', to: '@99', asOf: '2026-01-31', knownBy: '2026-01-31', certainty: 'any' },
  ],
])('%j is fixed as %j, which is the same way again', async (query, fixed) => {
  const journey = await journeyOf(query, present);
  const once = Object.fromEntries(Object.entries(fixedQuery(journey)).filter(([, value]) => value !== undefined));
  expect(once).toEqual(fixed);
  expect(faultsOfJourney(once)).toEqual([]);
  const again = await journeyOf(once, { ...present, today: present.today + 100 });
  expect([again.start, again.end]).toEqual([journey.start, journey.end]);
});

it.each<[JourneyQuery]>([
  [{ from: '2026-01-02', to: '2026-01-01' }],
  [{ from: '2026-02-11' }],
  [{ axis: 'recorded', from: '@8', to: '@7' }],
])('%j is refused: it starts behind its end', async (query) => {
  await expect(journeyOf(query, present)).rejects.toMatchObject({ code: 'invalid-query', faults: [{ parameter: 'from' }] });
});
