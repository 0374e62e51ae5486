import { ExtractWriter } from '../../../src/read-model/extracting/extract-writer.js';
import { Terms } from '../../../src/read-model/projecting/term.js';

const NOTHING_ELSE = { events: 0, hasRoots: false, marks: [] };
const MORE_THAN_ARE_KNOWN = 20_000;

it('a term is told once, and known by its number from then on', () => {
  const [writer, terms] = [new ExtractWriter(), new Terms()];
  const peace = writer.term('peace');
  const article = writer.id(peace, 'article-1');
  terms.take({ ...writer.take(), ...NOTHING_ELSE });
  expect(writer.id(peace, 'article-1')).toBe(article);
  const again = writer.take();
  expect(again.terms).toEqual([]);
  expect(terms.take({ ...again, ...NOTHING_ELSE })[article]).toMatchObject({ negotiation: 'peace', id: 'article-1' });
});

it('an id of one negotiation is none of another', () => {
  const [writer, terms] = [new ExtractWriter(), new Terms()];
  const places = ['peace', 'trade'].map((name) => writer.id(writer.term(name), 'article-1'));
  const taken = terms.take({ ...writer.take(), ...NOTHING_ELSE });
  expect(places.map((place) => taken[place]?.negotiation)).toEqual(['peace', 'trade']);
});

it('where they become too many, they are numbered from 0 again on both sides', () => {
  const [writer, terms] = [new ExtractWriter(), new Terms()];
  const peace = writer.term('peace');
  for (let i = 0; i < MORE_THAN_ARE_KNOWN; i += 1) writer.id(peace, `article-${String(i)}`);
  terms.take({ ...writer.take(), ...NOTHING_ELSE });
  const article = writer.id(writer.term('peace'), 'article-7');
  const handed = writer.take();
  expect(handed).toMatchObject({ isAnew: true, terms: ['peace', 'article-7'] });
  expect(terms.take({ ...handed, ...NOTHING_ELSE })[article]).toMatchObject({ negotiation: 'peace', id: 'article-7' });
});
