/** What the server tells the script of the page that it wrote. */
export interface PageFacts {
  readonly words: Words;
  /** Where what is recorded from now on is told; undefined where the page is fixed in what was recorded. */
  readonly live: string | undefined;
  /** The position up to which the page shows what is recorded. */
  readonly position: bigint;
}

interface Words {
  readonly unavailable: string;
  readonly offline: string;
  readonly copied: string;
  readonly show: string;
  /** "# new reports" by the form of the noun. */
  readonly newReports: Readonly<Record<string, string>>;
}

/** Read anew at each use: another page may have been put in place of the one before. */
export function pageFacts(): PageFacts | undefined {
  const facts = document.getElementById('facts');
  if (facts === null) return undefined;
  const { words = '{}', live, position = '0' } = facts.dataset;
  return { words: JSON.parse(words) as Words, live, position: BigInt(position) };
}

/** A number with its noun, in the language of the page. */
export function counted(forms: Readonly<Record<string, string>>, count: number): string {
  const { lang } = document.documentElement;
  const form = forms[new Intl.PluralRules(lang).select(count)] ?? forms.other ?? '#';
  return form.replace('#', new Intl.NumberFormat(lang).format(count));
}
