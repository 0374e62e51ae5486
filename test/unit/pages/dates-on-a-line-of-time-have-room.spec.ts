import { scaleUtc } from 'd3-scale';
import { LEFT, ticksOf, WIDTH } from '../../../src/pages/timeline/chart-measures.js';
import { LANGUAGE_CODES } from '../../../src/pages/words/languages.js';

/** Of a letter, in dots of the drawing: a little less than what is kept for one. */
const LETTER = 6.5;

it.each(LANGUAGE_CODES)('between any two days in %s, over any time', (language) => {
  for (const days of [10, 45, 70, 77, 200, 1_000]) {
    const time = scaleUtc([Date.UTC(2025, 10, 12), Date.UTC(2025, 10, 12 + days)], [LEFT, WIDTH]);
    const ticks = ticksOf(time, language);
    expect(ticks.length).toBeGreaterThan(2);
    const ends = ticks.map(({ x, text }) => x + LETTER * text.length);
    for (const [i, end] of ends.entries()) expect(end).toBeLessThanOrEqual(ticks[i + 1]?.x ?? WIDTH);
  }
});
