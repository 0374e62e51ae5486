import { CsvFault, csvLines, filled } from '../../../src/command-line/csv-lines.js';

const row = { id: 'one', day: '', count: ' 3 ', yes: 'true', issues: 'a; b;', text: 'x {y}' };

describe('a mapping', () => {
  it.each([
    [{ id: '{id}' }, { id: 'one' }],
    [{ id: 'r-{id}-{count}' }, { id: 'r-one- 3 ' }],
    [
      { count: '{count:number}', yes: '{yes:boolean}', issues: '{issues:list}' },
      { count: 3, yes: true, issues: ['a', 'b'] },
    ],
    [{ occurred: '{day}', id: '{id}' }, { id: 'one' }],
    [{ occurred: { edtf: '{day}' }, data: { plain: 1, none: null, empty: {} } }, { data: { plain: 1, none: null, empty: {} } }],
    [{ by: ['{id}', '{day}'] }, { by: ['one'] }],
    [{ text: '{text}' }, { text: 'x {y}' }],
  ])('%j', (mapping, line) => {
    expect(filled(mapping, row, 2)).toEqual(line);
  });

  it.each([
    [{ a: '{nothing}' }, 'line 7: there is no column "nothing"; there are id, day'],
    [{ a: '{id:number}' }, 'line 7: "one" in the column "id" is no number'],
    [{ a: '{id:boolean}' }, 'line 7: "one" in the column "id" is neither true nor false'],
  ])('%j is refused', (mapping, told) => {
    expect(() => filled(mapping, row, 7)).toThrow(new RegExp(told.replaceAll('?', '\\?')));
  });
});

describe('a table', () => {
  async function* chunks(text: string, size: number): AsyncIterable<Uint8Array> {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const linesOf = async (text: string, size = 3): Promise<unknown[]> => {
    const lines: unknown[] = [];
    for await (const line of csvLines(chunks(text, size), { id: '{id}', what: '{what}' })) lines.push(JSON.parse(line));
    return lines;
  };

  it('is read however it is cut, with quotes, line breaks in cells and a mark of its encoding', async () => {
    expect(await linesOf('\uFEFFid,what\r\n1,"é, ""x""\ny"\r\n\r\n2,z\r\n')).toEqual([
      { id: '1', what: 'é, "x"\ny' },
      { id: '2', what: 'z' },
    ]);
  });

  it('is refused where a row has other cells than the headings', async () => {
    await expect(linesOf('id,what\n1\n')).rejects.toThrow(CsvFault);
  });
});
