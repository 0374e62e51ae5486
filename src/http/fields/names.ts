import { z } from 'zod';
import { text } from './text.js';

/** So many languages one entry is named in. */
const MOST_LANGUAGES = 50;

/** A language tag of BCP 47 in its canonical form. */
export const languageTag = z.string().refine(isLanguageTag, {
  message: 'must be a language tag of BCP 47 as it is written there, such as "de", "uk" or "pt-BR"',
  params: { code: 'invalid-language' },
});

/** What an entry is called in other languages, by language tag; kept only where there are some, so that an entry without is stored as ever. */
export const names = z
  .record(languageTag, text)
  .refine((given) => Object.keys(given).length <= MOST_LANGUAGES, `at most ${String(MOST_LANGUAGES)} languages`)
  .nullish()
  .transform((given) => (given == null || Object.keys(given).length === 0 ? undefined : given))
  .meta({ id: 'Names', description: 'What it is called in other languages, by language tag (BCP 47)' });

/** The tag in its canonical form alone, so that one language has one name. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
