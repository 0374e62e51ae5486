/** What a citation names. */
export interface Citation {
  readonly title: string;
  /** `YYYY-MM-DD`: the day whose state it is. */
  readonly day: string;
  /** What was known and recorded: "as known on …, as recorded up to @274". */
  readonly note: string;
  readonly url: string;
}

/** As the American Psychological Association cites a dated page. */
export function apa({ title, day, note, url }: Citation): string {
  return `Negotiation tracker. (${day}). ${title} [${note}]. ${url}`;
}

/** For bibliographies in LaTeX. What BibTeX reads as markup is escaped. */
export function bibtex({ title, day, note, url }: Citation): string {
  const key = `tracker-${day}-${keyOf(title)}`;
  const fields = { title: `{${escaped(title)}}`, year: day.slice(0, 4), date: day, note: escaped(note), url };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${key},\n${lines.join('\n')}\n}`;
}

function keyOf(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, 3).join('-') || 'state';
}

function escaped(text: string): string {
  return text.replaceAll(/[\\{}]/g, '').replaceAll(/[&%$#_]/g, (sign) => `\\${sign}`);
}
