import { childId, TouchLog, type Viewer } from '@mainstay/subgraph-kit';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createContext, type Context } from '../../context.ts';
import type { ChildrenSubgraph } from '../../index.ts';
import { ask, birmingham, BIRMINGHAM, clock, startDatabase, startSubgraph } from '../../testing/children-world.ts';
import { sourcesOf } from '../../testing/caseload-sources.ts';
import { episodesFile, headerFile } from '../../testing/return-texts.ts';
import { return903Csv, return903Xml } from '../return-903/return-903.service.ts';
import { findReturnTablesInSight } from '../return-903/return-903.repository.ts';
import { findEveryFault, findFaults } from './import-903.fault-repository.ts';
import { findImport } from './import-903.repository.ts';
import { sumTallies } from './import-903.tally-repository.ts';
import { filesOf, tablesOf } from './import-903.tally.ts';
import { importReturn, type ImportedReturn } from './import-903.run.ts';
import type { RowCounts } from './import-903.tally.ts';

const HIDDEN = childId(BIRMINGHAM, 'B2');
const unnamed: Viewer = { ...birmingham, subject: 'unnamed', hiddenChildIds: [HIDDEN] };

/** Two children with the same fault: an episode that ends before it begins; and a row that names no child. */
const files = [
  headerFile('A1', 'B2', 'C3'),
  episodesFile(['A1', '01/05/2023', '01/04/2023'], ['B2', '01/05/2023', '01/04/2023'], ['', '01/05/2023']),
  episodesFile(['B2', '01/06/2023'], ['C3', '01/06/2023']),
];

const REPORT = `query ($id: ID!, $la: [_Any!]!) {
  import903(id: $id) { faultCount
    files { name rows }
    tables { table rowsRead rowsAdded rowsRemoved rowsUnchanged rowsKeptOut rowsWithFault }
    faultsByRule { count children }
    faultsByChild(first: 10) { totalCount edges { node { childLocalId } } }
    faults(first: 100) { totalCount edges { node { childLocalId } } }
    ofHidden: faults(childLocalId: "B2") { totalCount }
    faultsCsv }
  imports903 { edges { node { faultCount } } }
  _entities(representations: $la) { ... on LocalAuthority {
    returns903 { tables { table rows } } header: return903Csv(year: 2024, table: "Header") } } }`;

interface Report {
  import903: {
    faultCount: number;
    files: { name: string; rows: number }[];
    tables: ({ table: string } & RowCounts)[];
    faultsByRule: { count: number; children: number }[];
    faultsByChild: { totalCount: number; edges: { node: { childLocalId: string } }[] };
    faults: { totalCount: number; edges: { node: { childLocalId: string | null } }[] };
    ofHidden: { totalCount: number };
    faultsCsv: string;
  };
  imports903: { edges: { node: { faultCount: number } }[] };
  _entities: [{ returns903: { tables: { table: string; rows: number }[] }[]; header: string }];
}

describe('a return with a child whose record is restricted', () => {
  let database: TestDatabase;
  let subgraph: ChildrenSubgraph;
  let imported: ImportedReturn;
  beforeAll(async () => {
    database = await startDatabase();
    subgraph = startSubgraph(database);
    imported = await importReturn({ database, clock }, { viewer: unnamed, year: 2024, files });
  });
  afterAll(async () => {
    await subgraph.close();
    await database.close();
  });

  const report = (viewer: Viewer): Promise<Report> =>
    ask<Report>(subgraph, viewer, {
      query: REPORT,
      variables: { id: imported.id, la: [{ __typename: 'LocalAuthority', id: BIRMINGHAM }] },
    });
  const rows = (viewer: Viewer, sql: string) => database.read(viewer, (db) => db.query(sql));

  test('is loaded whole by an analyst who is not named', async () => {
    expect(imported.status).toBe('LOADED');
    const held = 'SELECT DISTINCT child_local_id AS child FROM return_row ORDER BY 1';
    expect(await rows(birmingham, held)).toEqual(['A1', 'B2', 'C3'].map((child) => ({ child })));
    expect(await rows(birmingham, `SELECT id FROM episode WHERE child_id = '${HIDDEN}'`)).not.toEqual([]);
    const again = await importReturn({ database, clock }, { viewer: unnamed, year: 2024, files });
    expect(again.status).toBe('UNCHANGED');
  });

  test('is told whole to those who are named', async () => {
    const { import903, _entities } = await report(birmingham);
    expect(import903.ofHidden.totalCount).toBeGreaterThan(0);
    expect(import903.faultsCsv).toContain('B2');
    expect(_entities[0].header).toContain('B2');
    expect(_entities[0].returns903[0]?.tables).toContainEqual({ table: 'Header', rows: 3 });
  });

  test('is told without the child to all others, counts and totals included', async () => {
    const [whole, part] = [await report(birmingham), await report(unnamed)];
    const { import903, imports903, _entities } = part;
    const gone = whole.import903.ofHidden.totalCount;
    expect(import903.ofHidden.totalCount).toBe(0);
    expect(import903.faultCount).toBe(whole.import903.faultCount - gone);
    expect(imports903.edges.at(-1)?.node.faultCount).toBe(import903.faultCount);
    expect(import903.faults.totalCount).toBe(import903.faultCount);
    expect(import903.faults.edges).toHaveLength(import903.faultCount);
    expect(import903.faultsByRule.reduce((sum, { count }) => sum + count, 0)).toBe(import903.faultCount);
    expect(import903.faultsByChild.edges.map(({ node }) => node.childLocalId)).not.toContain('B2');
    expect(import903.faultsByChild.totalCount).toBe(whole.import903.faultsByChild.totalCount - 1);
    expect(import903.faults.edges.some(({ node }) => node.childLocalId === null)).toBe(true);
    expect(import903.faultsCsv).not.toContain('B2');
    expect(_entities[0].header).not.toContain('B2');
    expect(_entities[0].returns903[0]?.tables).toContainEqual({ table: 'Header', rows: 2 });
  });

  test('has the rows of the others in its files and tables, and no others', async () => {
    const [whole, part] = [(await report(birmingham)).import903, (await report(unnamed)).import903];
    expect(whole.files.map(({ rows: count }) => count)).toEqual([3, 3, 2]);
    expect(part.files.map(({ rows: count }) => count).reduce((sum, count) => sum + count, 0)).toBe(8 - 3);
    expect(whole.tables.map(({ table, rowsRead }) => [table, rowsRead])).toEqual([
      ['Header', 3],
      ['Episodes', 5],
    ]);
    const counts = await database.read(birmingham, (db) => sumTallies(db, { ids: [imported.id], hidden: [] }));
    expect(tablesOf(imported, counts.get(imported.id)!)).toEqual(whole.tables);
    expect(filesOf(imported, counts.get(imported.id)!).map(({ rows: count }) => count)).toEqual([3, 3, 2]);
    const ofHidden = await database.read(birmingham, (db) =>
      sumTallies(db, { ids: [imported.id], hidden: ['', childId(BIRMINGHAM, 'A1'), childId(BIRMINGHAM, 'C3')] }),
    );
    for (const [index, { table, ...all }] of whole.tables.entries()) {
      const gone = ofHidden.get(imported.id)!.tables.get(table)!;
      const kept = Object.entries(all).map(([what, count]) => [what, count - (gone[what as keyof RowCounts] ?? 0)]);
      expect(part.tables[index]).toEqual({ table, ...Object.fromEntries(kept) });
    }
  });

  test('and by row-level security alone: its rows and faults are not there', async () => {
    for (const table of ['return_row', 'return_fault', 'import_903_child', 'child', 'episode']) {
      const id = table === 'child' ? 'id' : 'child_id';
      const sql = `SELECT ${id} FROM ${table} WHERE ${id} = '${HIDDEN}'`;
      expect([table, (await rows(birmingham, sql)).length > 0]).toEqual([table, true]);
      expect([table, await rows(unnamed, sql)]).toEqual([table, []]);
    }
  });

  test('and by the policy alone', async () => {
    const alone = <T>(work: (context: Context) => Promise<T>) =>
      database.owner((db) =>
        work(createContext({ viewer: unnamed, db, database, clock, touched: new TouchLog(), sources: sourcesOf() })),
      );
    const key = { laCode: BIRMINGHAM, id: imported.id, hidden: unnamed.hiddenChildIds };
    const faults = await alone(({ db }) => findEveryFault(db, key));
    expect(faults.map(({ childLocalId }) => childLocalId)).not.toContain('B2');
    const page = { rule: null, childLocalId: 'B2', first: 10, after: -1 };
    expect(await alone(({ db }) => findFaults(db, key, page))).toEqual({ rows: [], totalCount: 0 });
    const found = await alone(({ db }) => findImport(db, imported.id, unnamed.hiddenChildIds));
    expect(found?.faultCount).toBe(faults.length);
    const csv = await alone((context) => return903Csv(context, { laCode: BIRMINGHAM, year: 2024 }, 'Header'));
    expect(csv).not.toContain('B2');
    const xml = await alone((context) => return903Xml(context, { laCode: BIRMINGHAM, year: 2024 }));
    expect([xml?.text.match(/<CHILDID>/g)?.length, xml?.text.includes('B2')]).toEqual([2, false]);
    const tables = await alone(({ db }) => findReturnTablesInSight(db, BIRMINGHAM, unnamed.hiddenChildIds));
    expect(tables.map(({ tableName, rowCount }) => [tableName, rowCount])).toContainEqual(['Header', 2]);
  });

  test.each<[string, Partial<Viewer>]>([
    ['a commissioner', { role: 'la-commissioner' }],
    ['an integrator', { role: 'integrator', scopes: ['children'] }],
    ['an IRO', { role: 'la-iro', namedChildIds: [HIDDEN] }],
    [
      'an analyst under a broken glass',
      { breakGlass: { id: 'g', childId: HIDDEN, until: '2026-11-22T13:00:00Z' }, namedChildIds: [HIDDEN] },
    ],
  ])('no row of a return, an import or an upload is for %s', async (_, who) => {
    await database.owner((db) =>
      db.query(
        `INSERT INTO upload (la_code, id, subject, name, created_at) VALUES ($1, 'u', 'x', 'x', now())
         ON CONFLICT DO NOTHING`,
        [BIRMINGHAM],
      ),
    );
    const viewer = { ...birmingham, ...who };
    for (const table of ['return_row', 'return_fault', 'import_903', 'upload']) {
      // Those who see named children only have no right to the table at all.
      const seen = await rows(viewer, `SELECT la_code FROM ${table}`).catch(({ message }: Error) => message);
      expect([[], `permission denied for table ${table}`]).toContainEqual(seen);
    }
    const { import903, _entities } = await ask<{ import903: null; _entities: object[] }>(subgraph, viewer, {
      query: `query ($id: ID!, $la: [_Any!]!) { import903(id: $id) { id }
        _entities(representations: $la) { ... on LocalAuthority { returns903 { collectionYear } } } }`,
      variables: { id: imported.id, la: [{ __typename: 'LocalAuthority', id: BIRMINGHAM }] },
    });
    expect([import903, _entities]).toEqual([null, [{ returns903: [] }]]);
  });
});
