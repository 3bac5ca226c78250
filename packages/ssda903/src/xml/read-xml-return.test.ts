import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkReturn } from '../checking/check-return.ts';
import type { CheckedRow } from '../checking/return-to-check.ts';
import { readReturnFile } from '../reading/read-return-file.ts';
import { readSentFile } from '../reading/read-sent-file.ts';
import type { ReturnFile } from '../reading/return-file.ts';
import { tables, type TableName } from '../tables/tables.ts';
import { writeReturnTable } from '../writing/write-return-table.ts';
import { writeXmlReturn } from './write-xml-return.ts';

const year = 2018;
const sample = readFileSync(new URL('../../../../tests/fixtures/903-fake-xml/fake_903.xml', import.meta.url));

const read = (text: string | Uint8Array): Promise<readonly ReturnFile[]> =>
  readSentFile({
    name: 'return.xml',
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
    year,
  });

const header = '<CHILDID>a1</CHILDID><UPN>UN1</UPN><SEX>1</SEX><DOB>2010-02-01</DOB><ETHNIC>wbri</ETHNIC>';
const child = (more = '<UASC>0</UASC>', episodes = '') => `<CHILD><HEADER>${header}${more}</HEADER>${episodes}</CHILD>`;
const xml = (inner: string) => `<?xml version="1.0"?>\n<EXPSSDA903>\n${inner}\n</EXPSSDA903>\n`;

const cellsOf = (files: readonly ReturnFile[], table: TableName) =>
  files.find((file) => file.table === table)?.rows.map(({ cells }) => cells);
const refusalOf = async (text: string) => {
  const files = await read(text);
  expect(files.length).toBe(1);
  return files[0]?.refusal ?? '';
};

function checked(files: readonly ReturnFile[]) {
  const loaded = new Map(
    files.map((file): [TableName, CheckedRow[]] => [
      file.table ?? 'Header',
      file.rows.map((row, index) => ({ ...row, ref: index, file: file.name })),
    ]),
  );
  return checkReturn({ year, tables: loaded });
}

describe('an XML return', () => {
  test('gives the rows of the tables: names changed, birth date repeated, blank elements blank', async () => {
    const inner = child(
      '<UASC>1</UASC><DUC/><DATE_INT>01/05/2017</DATE_INT><IN_TOUCH>yes</IN_TOUCH>' +
        '<AMISSING><MISSING>M</MISSING><MIS_START>01/06/2017</MIS_START></AMISSING>' +
        '<AREVIEW><REVIEW>02/06/2017</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><MOTHER/>' +
        '<PERMANENCE><PREV_PERM>P1</PREV_PERM><DATE_PERM>zz/03/2016</DATE_PERM></PERMANENCE><OC2><SDQ_SCORE>9</SDQ_SCORE></OC2>' +
        '<AD_PLACED><DATE_PLACED>03/06/2017</DATE_PLACED></AD_PLACED><AD_PLACED><DATE_PLACED>04/06/2017</DATE_PLACED></AD_PLACED>',
      '<EPISODE><DECOM>05/06/2017</DECOM><RNE>S</RNE><PL>u6</PL><PL_POST>LS1 1AA</PL_POST><DEC/></EPISODE>',
    );
    const files = await read(xml(inner));
    expect(files.map(({ refusal }) => refusal).filter(Boolean)).toEqual([]);
    const born = '01/02/2010';
    const blanks = (count: number) => Array.from({ length: count }, () => '');
    expect(Object.fromEntries(files.map(({ table, rows }) => [table, rows.map(({ cells }) => cells)]))).toEqual({
      Header: [['A1', '1', born, 'WBRI', 'UN1', '', '']],
      Episodes: [['A1', '05/06/2017', 'S', '', '', 'U6', '', '', '', '', '', 'LS1 1AA', '']],
      Reviews: [['A1', born, '02/06/2017', 'PN1']],
      UASC: [['A1', '1', born, '']],
      OC2: [['A1', born, '9', ...blanks(9)]],
      OC3: [['A1', born, 'YES', '', '']],
      AD1: [['A1', born, '01/05/2017', ...blanks(5)]],
      PlacedAdoption: [
        ['A1', born, '03/06/2017', '', ''],
        ['A1', born, '04/06/2017', '', ''],
      ],
      PrevPerm: [['A1', born, 'P1', '', 'ZZ/03/2016']],
      Missing: [['A1', born, 'M', '01/06/2017', '']],
    });
  });

  test('names a row by file, element and line', async () => {
    const episode = (day: string) => `<EPISODE><DECOM>${day}</DECOM></EPISODE>`;
    const files = await read(xml(child(undefined, `\n${episode('01/05/2017')}\n\n${episode('02/05/2017')}`)));
    const { name, rows } = files.find(({ table }) => table === 'Episodes') ?? { name: '', rows: [] };
    expect([name, rows.map(({ line }) => line)]).toEqual(['return.xml: EPISODE', [4, 6]]);
  });

  test('names a row by its number in a file that is all on one line, and says so', async () => {
    const inner = child(undefined, '<EPISODE><DECOM>01/05/2017</DECOM></EPISODE>').repeat(9);
    const files = await read(`<EXPSSDA903>${inner}</EXPSSDA903>`);
    expect(files.find(({ table }) => table === 'Episodes')?.rows.at(-1)?.line).toBe(9);
    expect(files[0]?.notes.join(' ')).toContain('twelfth EPISODE');
  });

  test('has the tables it carries and has no rows of, so that they count as loaded', async () => {
    const files = await read(xml(child()));
    expect(files.map(({ table }) => table)).not.toContain('SWEpisodes');
    expect(files.find(({ table }) => table === 'Missing')).toMatchObject({ rows: [], refusal: null });
    expect(checked(files).rulesNotRun.map(({ rule }) => rule)).not.toContain('105');
  });

  test('passes over elements that the return does not have, whatever is in them, and says which', async () => {
    const files = await read(xml(child('<UASC>0</UASC><SW><SW_ID>1</SW_ID></SW>')));
    expect(files[0]?.notes.join(' ')).toContain('Passed over the element SW.');
    expect(cellsOf(files, 'Header')).toHaveLength(1);
  });

  test('is read with a byte order mark, in UTF-16, in Windows-1252, with CDATA and character references', async () => {
    const text = xml(
      child('<UASC>0</UASC>', '<EPISODE><HOME_POST><![CDATA[LS1 1AA]]></HOME_POST><RNE>&#83;</RNE></EPISODE>'),
    );
    const plain = await read(text);
    expect(cellsOf(plain, 'Episodes')?.[0]?.filter(Boolean)).toEqual(['A1', 'S', 'LS1 1AA']);
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [Buffer.from(`\uFEFF${text}`), wide, Buffer.from(wide).swap16()]) {
      expect(cellsOf(await read(bytes), 'Episodes')).toEqual(cellsOf(plain, 'Episodes'));
    }
    const latin = await read(Buffer.from(xml(child().replace('UN1', 'É1')), 'latin1'));
    expect(latin[0]).toMatchObject({ encoding: 'windows-1252', rows: [{ cells: expect.arrayContaining(['É1']) }] });
  });
});

describe('an XML file that cannot be used is refused with its line:', () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  test.each([
    [
      'a document type that reads another file',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n${xml(child())}`.replace('<?xml version="1.0"?>\n', ''),
      /document type on line 1/,
    ],
    [
      'a document type that multiplies',
      `${laughs}<EXPSSDA903><CHILD>&b;</CHILD></EXPSSDA903>`,
      /document type on line 1/,
    ],
    ['an entity that nobody declared', xml(child('<UASC>&unknown;</UASC>')), /line 3/],
    ['an element that is not closed', xml('<CHILD>\n<HEADER>\n</CHILD>'), /not well formed/],
    ['a file that ends in the middle', xml(child()).slice(0, 90), /not well formed/],
    ['another return', '<?xml version="1.0"?><Message><Children/></Message>', /EXPSSDA903/],
    ['a return of nobody', xml(''), /no child/],
    [
      'a value that is there twice',
      xml(child('<UASC>0</UASC>\n<UASC>1</UASC>')),
      /UASC on line 4 is there for the second time/,
    ],
    ['elements nested without end', `<EXPSSDA903>${'<A>'.repeat(100_000)}`, /not well formed/],
  ])('%s', async (_what, text, why) => {
    expect(await refusalOf(text)).toMatch(why);
  });
});

describe('the XML return that nobody here wrote', () => {
  test('is read whole', async () => {
    const files = await read(sample);
    expect(Object.fromEntries(files.map(({ table, rows }) => [table, rows.length]))).toEqual({
      Header: 253,
      Episodes: 459,
      Reviews: 1206,
      UASC: 12,
      OC2: 253,
      OC3: 6,
      AD1: 3,
      PlacedAdoption: 3,
      PrevPerm: 253,
      Missing: 6,
    });
  });

  test('has the faults that the same rows have as CSV files, and besides those of the flag that CSV files lack', async () => {
    const files = await read(sample);
    const asCsv = files.map((file) => {
      const text = writeReturnTable(
        file.table ?? 'Header',
        file.rows.map(({ cells }) => cells),
      );
      return readReturnFile({ name: file.name, bytes: new TextEncoder().encode(text), year });
    });
    const faultsIn = (sent: readonly ReturnFile[]) =>
      checked(sent).faults.map(({ ruleCode, childLocalId, table }) => `${ruleCode} ${table} ${childLocalId}`);
    const flags = faultsIn(files).filter((fault) => fault.startsWith('105 '));
    expect(flags.length).toBe(241);
    expect(faultsIn(files).filter((fault) => !fault.startsWith('105 '))).toEqual(faultsIn(asCsv));
  });

  test('is written and read back as the same rows, with nothing left out', async () => {
    const rows = (files: readonly ReturnFile[]) =>
      new Map(files.map((file) => [file.table ?? 'Header', file.rows.map(({ cells }) => cells)]));
    const first = rows(await read(sample));
    const written = writeXmlReturn(first);
    expect(written.leftOut).toEqual([]);
    expect(rows(await read(written.text))).toEqual(first);
    expect(writeXmlReturn(rows(await read(written.text))).text).toBe(written.text);
  });
});

describe('writing an XML return', () => {
  const row = (table: TableName, cells: Record<string, string>) =>
    (tables.find(({ name }) => name === table)?.columns ?? []).map(({ name }) => cells[name] ?? '');
  const own = { CHILD: 'A1', DOB: '01/02/2010', SEX: '1' };

  test('escapes what would be taken for elements, and keeps to the order of the schema', () => {
    const { text } = writeXmlReturn(
      new Map([
        [
          'Episodes',
          [row('Episodes', { CHILD: 'A1', DECOM: '05/06/2017', PLACE: 'A&<B>', HOME_POST: 'H', PL_POST: 'P' })],
        ],
        ['Header', [row('Header', { ...own, MOTHER: '0' })]],
        ['Reviews', [row('Reviews', { ...own, REVIEW: '02/06/2017' })]],
      ]),
    );
    expect([...text.matchAll(/<([A-Z_0-9]+)[ >]/g)].map(([, name]) => name)).toEqual(
      'EXPSSDA903 CHILD HEADER CHILDID UPN SEX DOB ETHNIC UASC AREVIEW REVIEW REVIEW_CODE MOTHER EPISODE DECOM RNE LS CIN PL PL_POST HOME_POST DEC REC'.split(
        ' ',
      ),
    );
    expect(text).toContain('<PL>A&amp;&lt;B&gt;</PL>');
  });

  test('answers what the form has no place for', () => {
    const { leftOut } = writeXmlReturn(
      new Map([
        ['Header', [row('Header', own)]],
        ['SWEpisodes', [row('SWEpisodes', own), row('SWEpisodes', own)]],
        ['OC3', [row('OC3', { ...own, CHILD: 'A2', IN_TOUCH: 'YES' })]],
        ['AD1', [row('AD1', own)]],
      ]),
    );
    expect(leftOut).toEqual([
      expect.objectContaining({ table: 'OC3', rows: 1 }),
      expect.objectContaining({ table: 'AD1', rows: 1 }),
      expect.objectContaining({ table: 'SWEpisodes', rows: 2 }),
    ]);
  });
});
