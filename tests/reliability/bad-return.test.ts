import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exported, heldRows, importFiles, type Importing, type SentFile } from '../testkit/importing.ts';
import { startTestPlatform, type TestPlatform } from '../testkit/test-platform.ts';

let platform: TestPlatform;
let leeds: Importing;
beforeAll(async () => {
  platform = await startTestPlatform({ world: null });
  leeds = { platform, la: 'E08000035', year: 2024, token: await platform.token('la-analyst', { la: 'E08000035' }) };
});
afterAll(() => platform?.stop());

const headerHead = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB';
const episodesHead = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
const header = [headerHead, 'A1,1,02/03/2014,WBRI,UN2,,', 'A2,2,15/07/2010,BCRB,UN3,0,'];
const episode = (child: string, decom: string, place = 'U6') =>
  `${child},${decom},S,C1,N1,${place},PR1,,,,LS1 1AA,LS2 7EW,1234567`;
const episodes = [episodesHead, episode('A1', '01/05/2023'), episode('A2', '02/06/2023')];

const text = (lines: readonly string[], end = '\n') => `${lines.join(end)}${end}`;
const file = (name: string, content: string | Uint8Array): SentFile => ({ name, content });
const good = [file('header.csv', text(header)), file('episodes.csv', text(episodes))];
const utf16 = (content: string, isBigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${content}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
};

beforeEach(async () => {
  const { status } = await importFiles(leeds, good);
  if (status !== 'LOADED' && status !== 'UNCHANGED') throw new Error(`The good return ended as ${status}.`);
});

/** The rows that are held, word for word. */
const held = async () => ({ header: await exported(leeds, 'Header'), episodes: await exported(leeds, 'Episodes') });

describe('the same return, written otherwise, is read as the same:', () => {
  const withExtra = (lines: readonly string[], name: string, cell: string) =>
    lines.map((line, index) => `${line},${index === 0 ? name : cell}`);
  const ways: readonly [string, Uint8Array | string, (string | null)?][] = [
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text(episodes)}`)],
    ['UTF-16, little end first', utf16(text(episodes), false), 'utf-16le'],
    ['UTF-16, big end first', utf16(text(episodes), true), 'utf-16be'],
    ['Windows-1252', Buffer.from(text(withExtra(episodes, 'CARER', 'Zoë')), 'latin1'), 'windows-1252'],
    ['Windows line ends', text(episodes, '\r\n')],
    ['semicolons', text(episodes).replaceAll(',', ';')],
    ['a quoted line break in a column of no table', text(withExtra(episodes, 'NOTE', '"two\nlines, one cell"'))],
    ['ISO dates', text(episodes).replaceAll(/(\d\d)\/(\d\d)\/(\d{4})/g, '$3-$2-$1')],
    ['columns LA and YEAR', text(withExtra(withExtra(episodes, 'LA', 'E08000035'), 'YEAR', '2024'))],
    ['small letters and padding', text(episodes).toLowerCase().replaceAll(',', ' , ')],
  ];

  test.each(ways)('%s', async (_name, content, encoding) => {
    const before = await held();
    const report = await importFiles(leeds, [file('anything.txt', content)]);
    expect(report.files[0]).toMatchObject({
      table: 'Episodes',
      rows: 2,
      refusal: null,
      ...(encoding ? { encoding } : {}),
    });
    expect(report.status).toBe('UNCHANGED');
    expect(await held()).toEqual(before);
  });
});

describe('a file that cannot be used says why and what to do, and nothing changes:', () => {
  const spreadsheet = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(3_000, 7)]);
  const refused: readonly [string, Uint8Array | string, RegExp][] = [
    ['a column is missing', text(episodes.map((line) => line.slice(0, line.lastIndexOf(',')))), /URN is missing/],
    ['its columns are no table’s', 'SOUP,SALAD\n1,2\n', /columns/i],
    ['it is empty', '', /empty/i],
    ['it is a spreadsheet renamed', spreadsheet, /spreadsheet|Excel/i],
    ['it is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /./],
    ['it is XML', '<?xml version="1.0"?><Message/>', /XML|CSV/],
    ['a quotation mark is never closed', text(episodes).replace('A1', '"A1'), /quotation mark/i],
  ];

  test.each(refused)('%s', async (_name, content, why) => {
    const before = await held();
    const report = await importFiles(leeds, [file('episodes.csv', content)]);
    expect(report.files[0]?.refusal).toMatch(why);
    expect(report.files[0]?.refusal).toMatch(/\.$/);
    expect(report.status).toBe('REFUSED');
    expect(await held()).toEqual(before);
  });

  test('it has column names only: that is no return of nobody', async () => {
    const before = await held();
    const report = await importFiles(leeds, [file('episodes.csv', `${episodesHead}\n`)]);
    expect([...(report.files[0]?.notes ?? []), report.files[0]?.refusal].join(' ')).toMatch(
      /no row|column names only|nothing/i,
    );
    expect(await held()).toEqual(before);
  });
});

describe('a row that cannot be is kept out, named by file, row, field, rule and child; the others are loaded:', () => {
  interface Case {
    readonly name: string;
    readonly files: readonly SentFile[];
    /** Null where the column is no table's own. */
    readonly field: string | null;
    readonly row: number;
    readonly child: string;
    readonly held: readonly string[];
  }
  const three = (line: string) => file('episodes.csv', text([...episodes, line]));
  const a1 = episodes[1] ?? '';
  const a2 = episodes[2] ?? '';
  const cases: readonly Case[] = [
    {
      name: 'a date that does not exist',
      files: [three(episode('A1', '31/02/2018'))],
      field: 'DECOM',
      row: 4,
      child: 'A1',
      held: [a1, a2],
    },
    {
      name: 'a date that is none',
      files: [three(episode('A1', 'soon'))],
      field: 'DECOM',
      row: 4,
      child: 'A1',
      held: [a1, a2],
    },
    {
      name: 'a code of a later year',
      files: [three(episode('A1', '01/12/2023', 'Z11'))],
      field: 'PLACE',
      row: 4,
      child: 'A1',
      held: [a1, a2],
    },
    {
      name: 'a code of no year',
      files: [three(episode('A1', '01/12/2023', 'ZZ'))],
      field: 'PLACE',
      row: 4,
      child: 'A1',
      held: [a1, a2],
    },
    {
      name: 'a child who is not in the header',
      files: [three(episode('A9', '01/05/2023'))],
      field: 'CHILD',
      row: 4,
      child: 'A9',
      held: [a1, a2],
    },
    {
      name: 'a row of another year',
      files: [file('episodes.csv', text(episodes.map((line, index) => `${line},${['YEAR', '2024', '2019'][index]}`)))],
      field: 'YEAR',
      row: 3,
      child: 'A2',
      held: [a1],
    },
  ];

  test.each(cases)('$name', async ({ files, field, row, child, held: rows }) => {
    const report = await importFiles(leeds, files);
    expect(['LOADED', 'UNCHANGED']).toContain(report.status);
    const kept = report.faults.edges.map(({ node }) => node).filter(({ keepsRowOut }) => keepsRowOut);
    expect(kept).toContainEqual(expect.objectContaining({ file: 'episodes.csv', row, childLocalId: child }));
    expect(kept.flatMap(({ fields }) => fields)).toEqual(expect.arrayContaining(field === null ? [] : [field]));
    for (const { whatToDo, rule } of kept)
      expect([rule.code, whatToDo]).toEqual([rule.code, expect.stringMatching(/^.{10,}\.$/s)]);
    expect((await held()).episodes).toEqual(rows);
  });

  test('a child who is in the header twice with different words', async () => {
    const twice = text([...header, 'A1,2,09/09/2011,WBRI,UN2,0,']);
    const report = await importFiles(leeds, [file('header.csv', twice)]);
    const kept = report.faults.edges.map(({ node }) => node).filter(({ keepsRowOut }) => keepsRowOut);
    expect(kept.map(({ childLocalId }) => childLocalId)).toContain('A1');
    const rows = (await held()).header ?? [];
    expect(rows.filter((line) => line.startsWith('A1,')).length).toBeLessThan(2);
    expect(rows).toContain(header[2]);
  });
});

describe('what reaches the door', () => {
  test('and is not UTF-8 is refused before it is read', async () => {
    const body = Buffer.concat([
      Buffer.from('{"query":"{ localAuthority(id: \\"'),
      Buffer.from([0xff, 0xfe, 0xc0]),
      Buffer.from('\\") { id } }"}'),
    ]);
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${leeds.token}` },
      body,
    });
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toMatch(/UTF-8/);
  });

  test('and names an upload of nobody is answered as data', async () => {
    const { data } = await platform.ask<{ startImport903: { __typename: string } }>(
      leeds.token,
      'mutation S($input: StartImport903Input!) { startImport903(input: $input) { __typename ... on UserError { message } } }',
      { input: { la: leeds.la, year: 2024, uploadIds: ['8e7d1f5e-3f0a-4d3b-9f59-6d1f3a0c1b2e'] } },
    );
    expect(data?.startImport903.__typename).toBe('UploadNotFoundError');
  });
});

describe('a corrected file', () => {
  test('replaces what it corrects; what was known before is still answered', async () => {
    const episodesOf = async (knownAt: string | null) => {
      const query = `query E($knownAt: DateTime) { children(first: 10) { edges { node { localId episodes(knownAt: $knownAt) { startedOn placementType { code } } } } } }`;
      interface Children {
        children: {
          edges: { node: { localId: string; episodes: { startedOn: string; placementType: { code: string } }[] } }[];
        };
      }
      const { data } = await platform.ask<Children>(leeds.token, query, { knownAt });
      return data?.children.edges.find(({ node }) => node.localId === 'A1')?.node.episodes;
    };
    const before = await episodesOf(null);
    expect(before).toEqual([{ startedOn: '2023-05-01', placementType: { code: 'U6' } }]);
    const then = new Date().toISOString();
    const report = await importFiles(leeds, [
      file('episodes.csv', text([episodesHead, episode('A1', '01/05/2023', 'U4'), episodes[2] ?? ''])),
    ]);
    expect(report.tables).toContainEqual(
      expect.objectContaining({ table: 'Episodes', rowsAdded: 1, rowsRemoved: 1, rowsUnchanged: 1 }),
    );
    expect(await episodesOf(null)).toEqual([{ startedOn: '2023-05-01', placementType: { code: 'U4' } }]);
    expect(await episodesOf(then)).toEqual(before);
    expect(await heldRows(leeds)).toEqual({ Header: 2, Episodes: 2 });
  });
});
