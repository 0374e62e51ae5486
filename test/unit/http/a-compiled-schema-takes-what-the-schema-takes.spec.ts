import fc from 'fast-check';
import { z } from 'zod';
import { ENTRY_SCHEMAS } from '../../../src/commands/put-entry/entry.schemas.js';
import { correctionSchema, removalSchema } from '../../../src/commands/writing/amendment.schema.js';
import { linkSchema } from '../../../src/commands/writing/link.schema.js';
import { reportSchema } from '../../../src/commands/writing/report.schema.js';
import { compiledReading } from '../../../src/http/compiled-reading.js';
import { holds } from '../../support/property.js';
import { REPORTS } from '../../support/service-negotiation.js';

const CORRECTION = { reason: 'source', published: '2026-01-06~', note: 'They erred.', report: REPORTS.PositionStated };
const NAMES = { de: 'Gespräche', 'pt-BR': 'Conversas' };
const BODIES: [string, z.ZodType, object[]][] = [
  ['a report', reportSchema, Object.values(REPORTS)],
  ['a correction', correctionSchema, [CORRECTION, { ...CORRECTION, reason: 'coding', published: null }]],
  ['a removal', removalSchema, [{ reason: 'coding' }, { reason: 'source', published: '2026-01-06', note: 'They erred.' }]],
  ['a link', linkSchema, [{ kind: 'same-as', to: 'a' }]],
  [
    'a negotiation',
    ENTRY_SCHEMAS.negotiation,
    [{ title: 'Talks', opened: '2025', principals: ['a'], staleAfterDays: 3, language: 'de', names: NAMES }],
  ],
  [
    'an issue',
    ENTRY_SCHEMAS.issue,
    [
      { title: 'Territory', parent: 'a', principals: null, names: {} },
      { title: 'Land', names: { de: 'Land' } },
    ],
  ],
  ['a proposition', ENTRY_SCHEMAS.proposition, [{ issue: 'a', text: 'One.', names: NAMES }]],
  ['a party', ENTRY_SCHEMAS.party, [{ name: 'A', kind: 'state', aliases: ['B'], names: NAMES }]],
  [
    'a plan',
    ENTRY_SCHEMAS.plan,
    [
      { title: 'Plan', retired: false },
      { title: 'Plan', retired: null },
    ],
  ],
  ['a meeting', ENTRY_SCHEMAS.meeting, [{ title: 'Meeting', aliases: ['A'] }]],
  ['a person', ENTRY_SCHEMAS.person, [{ name: 'Ann', party: 'a', aliases: ['A.'] }]],
  ['a source', ENTRY_SCHEMAS.source, [{ published: '2026-01-06/2026-01-07', notes: [], retired: true }]],
];

/** What may stand in the place of any value. */
const odd = fc.constantFrom<unknown>(
  null,
  0,
  1.5,
  true,
  '',
  ' ',
  'a',
  'Not An Id',
  '2026-01-06',
  '2026-02-30',
  '\ud800',
  'demands',
  [],
  ['a', 1],
  {},
  { name: 'Ann' },
  { de: 'Ann' },
  { DE: 'Ann' },
);

/** The same with one value in it replaced, left out, or joined by one that has no place there. */
function changed(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  const place = step % (entries.length + 2);
  const [name] = entries[place] ?? ['another'];
  if (place === entries.length && !Array.isArray(value)) return Object.fromEntries(entries.slice(1));
  const made = changed((value as Record<string, unknown>)[name], rest, by);
  return Array.isArray(value) ? value.map((one: unknown, i) => (i === place ? made : one)) : { ...value, [name]: made };
}

describe.each(BODIES)('of %s', (_, schema, bodies) => {
  const read = compiledReading(schema);
  const asSchema = (body: unknown): unknown => schema.safeParse(body).data ?? z.INVALID;

  it.each(bodies)('gives what the schema gives: %#', (body) => {
    const taken = schema.parse(body);
    // The order of the fields is that in which they are stored.
    expect(JSON.stringify(read(body))).toBe(JSON.stringify(taken));
    expect(JSON.stringify(read(taken))).toBe(JSON.stringify(schema.safeParse(taken).data));
  });

  it('refuses and takes the same where something in it is odd', async () => {
    const examples = fc.asyncProperty(
      fc.constantFrom(...bodies),
      fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
      odd,
      async (body, path, by) => {
        const other = changed(schema.parse(body), path, by);
        expect(read(other)).toEqual(asSchema(other));
      },
    );
    await holds(examples, { numRuns: 500 });
  });
});
