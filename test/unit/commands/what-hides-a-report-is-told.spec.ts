import { postReport } from '../../../src/commands/post-report/post-report.js';
import { OverlayWriteModel } from '../../../src/commands/writing/overlay-write-model.js';
import { evolveReport } from '../../../src/commands/writing/report-state.js';
import { evolveSource } from '../../../src/commands/writing/source-state.js';
import type { ReportContent } from '../../../src/vocabulary/events/report-content.js';
import type { LogEvent } from '../../../src/vocabulary/events/log-event.js';
import { position, Story } from '../../support/histories-by-hand.js';
import { nothingBelow, REQUEST } from '../../support/specify.js';

const demands = position('r', 'a', 'demands');

/** What is told where a report is posted on a history. */
async function told(events: readonly LogEvent[], report: ReportContent = demands): Promise<string[]> {
  const model = new OverlayWriteModel(nothingBelow(events));
  for (const stream of ['report-n.r', 'source-n.early', 'source-n.late']) {
    const evolve = stream.startsWith('report') ? evolveReport : evolveSource;
    const ofStream = events.filter(
      ({ type, id }) => stream.endsWith(`.${id}`) && type.startsWith('Source') === stream.startsWith('source'),
    );
    model.take(stream, undefined, ofStream, evolve as typeof evolveReport);
  }
  const command = { ...REQUEST, report };
  const state = await model.state('report-n.r', evolveReport);
  const beside = await postReport.ask?.(command, state, model);
  const hidden = postReport.hiddenBy?.(state, beside) ?? [];
  return hidden.map(({ reason, ...by }) => [by.by, by.by === 'retraction' ? by.report : by.source, reason].join(' '));
}

const story = (tell: (story: Story) => void): LogEvent[] => {
  const told = new Story();
  tell(told);
  return told.log.map(({ event }) => event);
};

it.each<[string, (story: Story) => void, string[]]>([
  ['nothing, where it is new', () => undefined, []],
  ['nothing, where it stands', (s) => s.position('r', 'a', 'demands'), []],
  ['its retraction', (s) => [s.position('r', 'a', 'demands'), s.remove('ReportRetracted', 'r', '2026-01-09')], ['retraction r source']],
  [
    'nothing, where it is reinstated',
    (s) => [s.position('r', 'a', 'demands'), s.remove('ReportRetracted', 'r', null), s.restore('ReportReinstated', 'r', null)],
    [],
  ],
  ["its source's withdrawal, new as it is", (s) => s.remove('SourceWithdrawn', 'early', null), ['withdrawal early coding']],
  [
    'nothing, where its source is readmitted',
    (s) => [s.remove('SourceWithdrawn', 'early', null), s.restore('SourceReadmitted', 'early', null)],
    [],
  ],
  ['nothing, where another source is withdrawn', (s) => s.remove('SourceWithdrawn', 'late', null), []],
  [
    'both',
    (s) => [s.position('r', 'a', 'demands'), s.remove('SourceWithdrawn', 'early', '2026-01-09'), s.remove('ReportRetracted', 'r', null)],
    ['retraction r coding', 'withdrawal early source'],
  ],
  [
    'the withdrawal of the source that its correction names, though the first content is posted',
    (s) => [
      s.position('r', 'a', 'demands'),
      s.correct(null, position('r', 'a', 'demands', { source: 'late' })),
      s.remove('SourceWithdrawn', 'late', null),
    ],
    ['withdrawal late coding'],
  ],
])('%s', async (_, tell, expected) => {
  expect(await told(story(tell))).toEqual(expected);
});
