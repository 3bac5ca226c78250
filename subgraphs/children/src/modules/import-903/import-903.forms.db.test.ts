import { readFileSync } from 'node:fs';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { readReturnFile, tables } from '@mainstay/ssda903';
import { internalSubject } from '@mainstay/subgraph-kit';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChildrenSubgraph } from '../../index.ts';
import {
  ask,
  birmingham,
  BIRMINGHAM,
  emptyDatabase,
  startDatabase,
  startSubgraph,
  tokenFor,
} from '../../testing/children-world.ts';
import { aFile, episodesFile, headerFile } from '../../testing/return-texts.ts';

let database: TestDatabase;
let subgraph: ChildrenSubgraph;

beforeAll(async () => {
  database = await startDatabase();
  subgraph = startSubgraph(database);
});
beforeEach(() => emptyDatabase(database));
afterAll(async () => {
  await subgraph.close();
  await database.close();
});

interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Report {
  readonly status: string;
  readonly files: { name: string; table: string | null; rows: number; refusal: string | null }[];
  readonly tables: { table: string; rowsRead: number; rowsAdded: number; rowsRemoved: number; rowsUnchanged: number }[];
  readonly faults: { edges: { node: { file: string; row: number; rule: { code: string } } }[] };
  readonly rulesNotRun: { rule: { code: string } }[];
}

const START = `mutation ($input: StartImport903Input!) { startImport903(input: $input) {
  ... on StartImport903Success { import { id } } } }`;
const REPORT = `query ($id: ID!) { import903(id: $id) { status files { name table rows refusal }
  tables { table rowsRead rowsAdded rowsRemoved rowsUnchanged }
  faults(first: 100) { edges { node { file row rule { code } } } } rulesNotRun { rule { code } } } }`;
const BACK = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on LocalAuthority {
  returns903 { tables { table rows } } return903Xml(year: 2018) { text leftOut { table rows reason } } } } }`;

async function imported(...files: Sent[]): Promise<Report> {
  const uploadIds: string[] = [];
  for (const { name, bytes } of files) {
    const params = { name };
    const body = (async function* () {
      yield bytes;
    })();
    const token = tokenFor(birmingham, internalSubject('upload', params));
    uploadIds.push(((await subgraph.callInternal('upload', { token, params, body })) as { id: string }).id);
  }
  const variables = { input: { la: BIRMINGHAM, year: 2018, uploadIds } };
  const started = await ask<{ startImport903: { import: { id: string } } }>(subgraph, birmingham, {
    query: START,
    variables,
  });
  await subgraph.importsDone();
  const of = { query: REPORT, variables: { id: started.startImport903.import.id } };
  return (await ask<{ import903: Report }>(subgraph, birmingham, of)).import903;
}

interface Back {
  readonly returns903: { tables: { table: string; rows: number }[] }[];
  readonly return903Xml: { text: string; leftOut: { table: string; rows: number; reason: string }[] };
}

async function back(): Promise<Back> {
  const variables = { r: [{ __typename: 'LocalAuthority', id: BIRMINGHAM }] };
  const { _entities } = await ask<{ _entities: Back[] }>(subgraph, birmingham, { query: BACK, variables });
  return _entities[0] as Back;
}

const held = async () =>
  Object.fromEntries((await back()).returns903[0]?.tables.map((one) => [one.table, one.rows]) ?? []);
const xml = (text: string): Sent => ({ name: 'return.xml', bytes: new TextEncoder().encode(text) });
const sample: Sent = {
  name: 'fake_903.xml',
  bytes: readFileSync(new URL('../../../../../tests/fixtures/903-fake-xml/fake_903.xml', import.meta.url)),
};

describe('an XML return', () => {
  test('is loaded whole, with every part of the file named, and the rule of the flag run', async () => {
    const report = await imported(sample);
    expect(report.status).toBe('LOADED');
    expect(report.files).toContainEqual(
      expect.objectContaining({ name: 'fake_903.xml: EPISODE', table: 'Episodes', rows: 459, refusal: null }),
    );
    expect(report.files.map(({ rows }) => rows).reduce((sum, rows) => sum + rows)).toBe(2454);
    expect(report.rulesNotRun.map(({ rule }) => rule.code)).not.toContain('105');
    const { file, row } = report.faults.edges[0]?.node ?? {};
    expect([file, row]).toEqual([expect.stringMatching(/^fake_903\.xml: [A-Z]/), expect.any(Number)]);
  });

  test('comes out as it is held and changes nothing when it is imported again', async () => {
    await imported(sample);
    const first = (await back()).return903Xml;
    expect(first.leftOut).toEqual([]);
    // Children all of whose episodes were kept out have none now, and a child without episodes is kept out.
    const again = await imported(xml(first.text));
    expect(again.tables.filter(({ rowsAdded }) => rowsAdded > 0)).toEqual([]);
    const before = await held();
    const { text } = (await back()).return903Xml;
    expect((await imported(xml(text))).status).toBe('UNCHANGED');
    expect(await held()).toEqual(before);
    expect((await back()).return903Xml.text).toBe(text);
  });

  test('takes away what it has nothing of any more, but not the tables it does not carry', async () => {
    const workers = 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON';
    const missing = aFile('missing.csv', [
      'CHILD,DOB,MISSING,MIS_START,MIS_END',
      'A1,05/06/2011,M,01/08/2017,02/08/2017',
    ]);
    await imported(headerFile('A1'), episodesFile(['A1', '01/05/2017']), missing, aFile('sw.csv', [workers]));
    expect(await held()).toMatchObject({ Header: 1, Episodes: 1, Missing: 1 });
    const { text } = (await back()).return903Xml;
    const without = text.replace(/<AMISSING>.*<\/AMISSING>\n/, '');
    const report = await imported(xml(without));
    expect(report.status).toBe('LOADED');
    expect(report.tables).toContainEqual({
      table: 'Missing',
      rowsRead: 0,
      rowsAdded: 0,
      rowsRemoved: 1,
      rowsUnchanged: 0,
    });
    expect(await held()).toMatchObject({ Header: 1, Episodes: 1, Missing: 0 });
  });

  test('of which no row is accepted takes nothing away', async () => {
    await imported(headerFile('A1'), episodesFile(['A1', '01/05/2017']));
    const before = await held();
    const report = await imported(xml('<EXPSSDA903><CHILD><HEADER><CHILDID/></HEADER></CHILD></EXPSSDA903>'));
    expect(report.status).toBe('REFUSED');
    expect(await held()).toEqual(before);
  });

  test.each([
    ['a CSV file', () => headerFile('A1')],
    ['another XML file', () => ({ ...sample, name: 'other.xml' })],
  ])('is refused, and all with it, when it comes with %s', async (_what, other) => {
    const report = await imported(sample, other());
    expect(report.status).toBe('REFUSED');
    expect(report.files.every(({ refusal }) => refusal?.includes('loaded alone'))).toBe(true);
    expect(await held()).toEqual({});
  });

  test('that cannot be used says why, and nothing changes', async () => {
    const report = await imported(
      xml('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><EXPSSDA903>&e;</EXPSSDA903>'),
    );
    expect([report.status, report.files[0]?.refusal]).toEqual(['REFUSED', expect.stringContaining('document type')]);
  });
});

describe('a workbook', () => {
  async function workbook(...files: Sent[]): Promise<Sent> {
    const sheets = files.map((file) => {
      const read = readReturnFile({ ...file, year: 2018 });
      const columns = tables.find(({ name }) => name === read.table)?.columns ?? [];
      const rows = read.rows.map(({ cells }) => cells.map((cell, at): CellValue => valueOf(cell, columns[at]?.kind)));
      return { name: read.table ?? 'none', rows: [columns.map(({ name }): CellValue => name), ...rows] };
    });
    return { name: 'return.xlsx', bytes: await writeXlsx({ sheets }) };
  }

  /** As somebody's spreadsheet would hold it. */
  function valueOf(cell: string, kind: string | undefined): CellValue {
    const [day, month, year] = cell.split('/').map(Number);
    if (kind === 'date' && day && month && year) return new Date(Date.UTC(year, month - 1, day));
    return /^[1-9]\d{0,6}$/.test(cell) ? Number(cell) : cell || null;
  }

  test('is loaded a table a sheet, and says the same as the CSV files of those tables', async () => {
    const files = [headerFile('A1', '0007'), episodesFile(['A1', '01/05/2017'], ['0007', '02/06/2017'])];
    const report = await imported(await workbook(...files));
    expect(report.status).toBe('LOADED');
    expect(report.files.map(({ name, table, rows }) => [name, table, rows])).toEqual([
      ['return.xlsx: Header', 'Header', 2],
      ['return.xlsx: Episodes', 'Episodes', 2],
    ]);
    expect((await imported(...files)).status).toBe('UNCHANGED');
  });

  test('goes together with CSV files of other tables', async () => {
    const report = await imported(await workbook(headerFile('A1')), episodesFile(['A1', '01/05/2017']));
    expect([report.status, await held()]).toEqual(['LOADED', { Header: 1, Episodes: 1 }]);
  });
});
