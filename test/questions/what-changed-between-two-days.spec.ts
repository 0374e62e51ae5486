import { newsroom } from './newsroom.js';

const reader = newsroom();

interface Change {
  readonly issue: string | null;
  readonly path: string;
  readonly before: { readonly status?: string; readonly modality?: string } | string | null;
  readonly after: { readonly status?: string; readonly modality?: string } | string | null;
  readonly because: readonly object[];
}

async function changes(query: string): Promise<readonly Change[]> {
  const { items } = await reader.ask<{ items: Change[] }>(`/changes?${query}`);
  return items;
}

describe('What has moved on territory since the old year?', () => {
  it('is one thing: a second article says that it blocks', async () => {
    const moved = await changes('issue=territory&from=2025-12-31&to=2026-01-31');
    expect(moved).toMatchObject([
      {
        issue: 'territory',
        path: 'blockers/no-agreement-on-territorial-concessions',
        before: null,
        because: [{ report: 'no-agreement-on-territorial-concessions' }],
      },
    ]);
  });
});

describe('What did Paris change for Germany?', () => {
  it('moved what was known from what Trump claimed to what Merz said', async () => {
    const moved = await changes('issue=peacekeeping-force&from=2026-01-02&to=2026-01-07');
    const stance = moved.find(({ path }) => path === 'stances/germany/proposition:german-troops-in-ukraine');
    expect(stance).toMatchObject({ before: { modality: 'accepts' }, after: { modality: 'undecided' } });
    expect(stance?.because).toContainEqual({ report: 'merz-rules-nothing-out' });
  });

  it('opened the dispute over a European force, of which only one side was heard before', async () => {
    const moved = await changes('issue=peacekeeping-force&from=2026-01-02&to=2026-01-07');
    expect(moved.find(({ path }) => path === 'convergence')).toMatchObject({ before: 'one-sided', after: 'opposed' });
  });
});

describe('What became of the meeting of 3 January overnight?', () => {
  it('passed without a report: only time moved', async () => {
    const moved = await changes('issue=security-guarantees&from=2026-01-03&to=2026-01-04');
    expect(moved).toMatchObject([
      {
        path: 'meetings/advisers-2026-01-03',
        before: { status: 'announced' },
        after: { status: 'elapsed-unreported' },
        because: [{ day: '2026-01-04' }],
      },
    ]);
  });
});

describe('What was new on 26 January?', () => {
  it('is a problem without a name, on the negotiation and on no issue', async () => {
    const moved = (await changes('from=2026-01-25&to=2026-01-26')).filter(({ path }) => path.startsWith('blockers/'));
    expect(moved).toMatchObject([{ issue: null, path: 'blockers/witkoff-one-problem-left', before: null }]);
  });

  it('is nothing about what happened after it: to the 27th there is no change', async () => {
    expect(await changes('from=2026-01-26&to=2026-01-27')).toEqual([]);
  });
});

describe('Where did Paris move the sides?', () => {
  it('brought a second side to the force and to the backing, and Russia into the question of a ceasefire', async () => {
    const moved = (await changes('from=2026-01-06&to=2026-01-07')).filter(({ path }) => path === 'convergence');
    expect(moved.map(({ issue, before, after }) => [issue, before, after]).sort()).toEqual([
      ['ceasefire', 'unknown', 'one-sided'],
      ['peacekeeping-force', 'one-sided', 'opposed'],
      ['us-backstop', 'one-sided', 'open'],
    ]);
  });

  it('brought one agreement, of three who signed and no fourth', async () => {
    const moved = (await changes('from=2026-01-06&to=2026-01-07')).filter(({ path }) => path.startsWith('agreements/'));
    expect(moved).toMatchObject([
      { issue: 'peacekeeping-force', path: 'agreements/declaration-of-intent-signed', before: null, after: { conditions: [{}] } },
    ]);
  });

  it('ended the silence on territory with an article, not with a step', async () => {
    const moved = await changes('issue=territory&from=2026-01-06&to=2026-01-07');
    expect(moved).toContainEqual(
      expect.objectContaining({
        path: 'stale',
        before: true,
        after: false,
        because: [{ report: 'no-agreement-on-territorial-concessions' }],
      }),
    );
    expect(moved.filter(({ path }) => path === 'convergence' || path.startsWith('stances/'))).toEqual([]);
  });

  it('let nothing said before Paris be forgotten: no stance of the old year is gone', async () => {
    const moved = await changes('from=2026-01-06&to=2026-01-07');
    expect(moved.filter(({ path, after }) => path.startsWith('stances/') && after === null)).toEqual([]);
  });
});

describe('What did Witkoff leave at the Kremlin in January?', () => {
  it('moved no convergence: one problem more, a No of Russia that is contested, and a meeting', async () => {
    const moved = await changes('from=2026-01-25&to=2026-01-26');
    expect(moved.filter(({ path }) => path === 'convergence')).toEqual([]);
    const talks = moved.find(({ path }) => path === 'stances/russia/proposition:ceasefire-talks');
    expect(talks).toMatchObject({
      before: { modality: 'rejects', contestedBy: [] },
      after: { modality: 'rejects', contestedBy: [{ report: 'putin-in-talks-on-possible-ceasefire', voice: 'guess' }] },
      because: [{ report: 'putin-in-talks-on-possible-ceasefire' }],
    });
    expect(moved.filter(({ path }) => path === 'meetings/kremlin-2026-01-22')).not.toEqual([]);
  });
});
