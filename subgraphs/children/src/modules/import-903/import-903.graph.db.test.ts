import { internalSubject, type Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import type { ChildrenSubgraph } from '../../index.ts';
import {
  ask,
  birmingham,
  BIRMINGHAM,
  birminghamCommissioner,
  clock,
  emptyDatabase,
  inspector,
  practiceWorker,
  sandwell,
  startDatabase,
  startSubgraph,
  tokenFor,
} from '../../testing/children-world.ts';
import { episodesFile, headerFile } from '../../testing/return-texts.ts';
import { startImportRunner } from './import-903.runner.ts';

let database: TestDatabase;
let subgraph: ChildrenSubgraph;
let statements: string[] = [];

beforeAll(async () => {
  database = await startDatabase({ onStatement: (sql) => statements.push(sql) });
  subgraph = startSubgraph(database);
});
beforeEach(() => emptyDatabase(database));
afterAll(async () => {
  await subgraph.close();
  await database.close();
});

const START = `mutation ($input: StartImport903Input!) { startImport903(input: $input) {
  __typename ... on StartImport903Success { import { id status stage progress localAuthority { id } } }
  ... on UploadNotFoundError { message uploadIds } ... on CollectionYearError { message } } }`;

const REPORT = `query ($id: ID!) { import903(id: $id) {
  status stage progress finishedAt faultCount files { name table rows encoding notes refusal }
  tables { table rowsRead rowsAdded rowsRemoved rowsUnchanged rowsKeptOut rowsWithFault }
  faultsByRule { rule { code message tables fields } count children keepsRowOut }
  faultsByChild(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { node { childLocalId count rules } } }
  faults(first: 2) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { file row table fields message whatToDo childLocalId keepsRowOut rule { code } } } }
  rulesNotRun { reason rule { code } } } }`;

interface Started {
  startImport903: { __typename: string; message?: string; import?: { id: string; status: string } };
}

interface Report {
  import903: {
    status: string;
    faultCount: number;
    faultsByRule: { count: number; rule: { code: string } }[];
    faultsByChild: { totalCount: number; edges: { node: { childLocalId: string; count: number } }[] };
    faults: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: { node: { row: number; childLocalId: string } }[];
    };
    rulesNotRun: object[];
    tables: { table: string; rowsAdded: number }[];
  } | null;
}

async function send(file: { name: string; bytes: Uint8Array }, viewer: Viewer = birmingham): Promise<string> {
  const params = { name: file.name };
  const body = (async function* () {
    for (let at = 0; at < file.bytes.length; at += 100) yield file.bytes.subarray(at, at + 100);
  })();
  const token = tokenFor(viewer, internalSubject('upload', params));
  const { id } = (await subgraph.callInternal('upload', { token, params, body })) as { id: string };
  return id;
}

async function start(
  files: { name: string; bytes: Uint8Array }[],
  viewer = birmingham,
  more: object = {},
): Promise<string> {
  const uploadIds = [];
  for (const file of files) uploadIds.push(await send(file, viewer));
  const input = { la: viewer.laCodes[0], year: 2024, uploadIds, ...more };
  const { startImport903 } = await ask<Started>(subgraph, viewer, { query: START, variables: { input } });
  await subgraph.importsDone();
  return startImport903.import?.id ?? '';
}

const report = async (id: string, viewer = birmingham) =>
  (await ask<Report>(subgraph, viewer, { query: REPORT, variables: { id } })).import903;

const children = (count: number) => Array.from({ length: count }, (_, index) => `A${String(index).padStart(4, '0')}`);

/** Every child but the first is not in Header. */
const faulty = (count: number) => [
  headerFile('A0000'),
  episodesFile(...children(count).map((child) => [child, '01/05/2023'] as const)),
];

describe('an import asked for in the graph', () => {
  test('answers at once, runs in the background and can be followed', async () => {
    const id = await start([headerFile('A1'), episodesFile(['A1', '01/05/2023'])]);
    const found = await report(id);
    expect(found).toMatchObject({ status: 'LOADED', progress: 1, stage: 'Loaded.' });
    expect(found?.tables.map(({ table, rowsAdded }) => [table, rowsAdded])).toEqual([
      ['Header', 1],
      ['Episodes', 1],
    ]);
    expect(found?.rulesNotRun.length).toBeGreaterThan(0);
  });

  test('throws its uploads away once loaded, and keeps them after a check', async () => {
    await start([headerFile('A1'), episodesFile(['A1', '01/05/2023'])], birmingham, { isDryRun: true });
    const uploads = () => database.read(birmingham, (db) => db.query('SELECT id FROM upload'));
    expect(await uploads()).toHaveLength(2);
    await start([headerFile('A1'), episodesFile(['A1', '01/05/2023'])]);
    expect(await uploads()).toHaveLength(2);
  });

  test('tells its faults by row, by rule and by child, page by page', async () => {
    const id = await start(faulty(5));
    const found = await report(id);
    expect(found?.faultsByChild.edges.map(({ node }) => node.childLocalId)).toHaveLength(2);
    expect(found?.faultsByChild.totalCount).toBeGreaterThanOrEqual(4);
    const total = found?.faultsByRule.reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe(found?.faultCount);
    expect(found?.faults).toMatchObject({ totalCount: total, pageInfo: { hasNextPage: true } });
    const all = await allFaultsOf(id);
    expect(all).toHaveLength(total ?? 0);
    expect(all).toEqual(all.toSorted());
  });

  /** `child row` of every fault, read two at a time. */
  async function allFaultsOf(id: string): Promise<string[]> {
    const query = `query ($id: ID!, $after: String) { import903(id: $id) { faults(first: 2, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { row childLocalId } } } } }`;
    const found: string[] = [];
    for (let after: string | null = null, isLast = false; !isLast;) {
      const page: Report = await ask<Report>(subgraph, birmingham, { query, variables: { id, after } });
      const { edges, pageInfo } = page.import903!.faults;
      found.push(...edges.map(({ node }) => `${node.childLocalId} ${node.row}`));
      [after, isLast] = [pageInfo.endCursor, !pageInfo.hasNextPage];
    }
    return found;
  }

  test('can be asked for its report with as many statements for many faults as for few', async () => {
    const statementsOf = async (id: string) => {
      statements = [];
      await report(id);
      return statements.length;
    };
    const few = await statementsOf(await start(faulty(3)));
    expect(await statementsOf(await start(faulty(300)))).toBe(few);
  });

  test('is refused for a year of which there is no return', async () => {
    const input = { la: BIRMINGHAM, year: 2028, uploadIds: ['x'] };
    const { startImport903 } = await ask<Started>(subgraph, birmingham, { query: START, variables: { input } });
    expect(startImport903.__typename).toBe('CollectionYearError');
  });

  test('is refused with uploads of somebody else', async () => {
    const colleague = { ...birmingham, subject: 'colleague' };
    const input = { la: BIRMINGHAM, year: 2024, uploadIds: [await send(headerFile('A1'), colleague)] };
    const { startImport903 } = await ask<Started>(subgraph, birmingham, { query: START, variables: { input } });
    expect(startImport903).toMatchObject({ __typename: 'UploadNotFoundError', uploadIds: input.uploadIds });
  });
});

describe('who may import', () => {
  test.each([
    ['another authority', sandwell],
    ['a commissioner', birminghamCommissioner],
    ['a practice', practiceWorker],
    ['an inspector', inspector],
  ])('%s is refused', async (_, viewer) => {
    const input = { la: BIRMINGHAM, year: 2024, uploadIds: ['x'] };
    await expect(ask(subgraph, viewer, { query: START, variables: { input } })).rejects.toThrow('FORBIDDEN');
  });

  test.each([
    ['a commissioner', birminghamCommissioner],
    ['a practice', practiceWorker],
    ['an inspector', inspector],
  ])('%s cannot send a file', async (_, viewer) => {
    await expect(send(headerFile('A1'), viewer)).rejects.toThrow('Only analysts and managers');
  });

  test.each([
    ['another authority', sandwell],
    ['a commissioner', birminghamCommissioner],
    ['a practice', practiceWorker],
    ['an inspector', inspector],
  ])('for %s there is no such import, and no return', async (_, viewer) => {
    const id = await start([headerFile('A1'), episodesFile(['A1', '01/05/2023'])]);
    expect(await report(id, viewer)).toBeNull();
    const query = `query ($representations: [_Any!]!) { imports903 { totalCount } _entities(representations: $representations) {
      ... on LocalAuthority { returns903 { collectionYear } return903Csv(year: 2024, table: "Header")
        return903Xml(year: 2024) { text } } } }`;
    const representations = [{ __typename: 'LocalAuthority', id: BIRMINGHAM }];
    expect(await ask(subgraph, viewer, { query, variables: { representations } })).toEqual({
      imports903: { totalCount: 0 },
      _entities: [{ returns903: [], return903Csv: null, return903Xml: null }],
    });
  });
});

describe('an import whose process has died', () => {
  const put = (id: string, runner: string) =>
    database.owner((db) =>
      db.query(
        `INSERT INTO import_903 (la_code, id, collection_year, is_dry_run, status, progress, stage, started_by, started_at,
           runner, files, tables, rules_not_run, fault_count)
         VALUES ($1, $2, 2024, false, 'RUNNING', 0.5, '', 'test', now(), $3, '[]', '[]', '[]', 0)`,
        [BIRMINGHAM, id, runner],
      ),
    );

  test('is marked at the next start; one whose process lives is not', async () => {
    const living = await startImportRunner({ database, clock });
    await put('dead', '12345');
    await put('alive', living.key);
    const next = startSubgraph(database);
    await expect.poll(async () => (await report('dead'))?.status, { timeout: 10_000 }).toBe('INTERRUPTED');
    expect((await report('alive'))?.status).toBe('RUNNING');
    await next.close();
    await living.close();
  });
});

describe('an upload', () => {
  test('that nobody used is thrown away after a day', async () => {
    await send(headerFile('A1'));
    await database.owner((db) => db.query(`UPDATE upload SET created_at = created_at - interval '25 hours'`));
    const next = startSubgraph(database);
    const chunks = () => database.read(birmingham, (db) => db.query('SELECT number FROM upload_chunk'));
    await expect.poll(async () => (await chunks()).length, { timeout: 10_000 }).toBe(0);
    await next.close();
  });

  test('whose sending breaks off leaves nothing', async () => {
    const params = { name: 'header.csv' };
    const body = (async function* (): AsyncIterable<Uint8Array> {
      yield new Uint8Array(10);
      throw new Error('The connection broke.');
    })();
    const token = tokenFor(birmingham, internalSubject('upload', params));
    await expect(subgraph.callInternal('upload', { token, params, body })).rejects.toThrow('Reference');
    expect(await database.read(birmingham, (db) => db.query('SELECT id FROM upload'))).toEqual([]);
  });
});
