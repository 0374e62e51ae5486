import { isNews } from '../../../src/rules/news.js';
import type { ReportContent } from '../../../src/vocabulary/events/report-content.js';
import { position } from '../../support/histories-by-hand.js';
import { told } from './seen.js';

const context = told((story) => story.context('r'));

describe('a report is news', () => {
  it.each<[string, ReportContent, boolean]>([
    ['where the source reports', position('r', 'a', 'demands'), true],
    ['where the source attributes without a name', position('r', 'a', 'demands', { form: 'attributed' }), true],
    ['not where the source itself analyses', position('r', 'a', 'demands', { form: 'analysis' }), false],
    ['not where the source itself hedges', position('r', 'a', 'demands', { form: 'hedged' }), false],
    ['where somebody who is named hedges', position('r', 'a', 'demands', { by: ['b'], form: 'hedged' }), true],
    ['where the speaker hedges', position('r', 'a', 'demands', { speaker: 'ann', form: 'hedged' }), true],
    ['not where the source assesses by itself', told((story) => story.assessment('r', {}, { form: 'analysis' })), false],
    ['where somebody who is named assesses', told((story) => story.assessment('r', {}, { by: ['b'], form: 'analysis' })), true],
    ['not where it is context', context, false],
    ['not where it is context that somebody names', { ...context, claim: { by: ['a'], via: [], form: 'stated' } }, false],
  ])('%s', (_, content, expected) => {
    expect(isNews(content)).toBe(expected);
  });
});
