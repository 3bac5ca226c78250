import { readFileSync } from 'node:fs';
import { signCaller, type Database, type GraphRequest, type Subgraph, type Viewer } from '@mainstay/subgraph-kit';
import { aViewer, TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorkforceSubgraph } from '../../index.ts';
import {
  BIRMINGHAM,
  clock,
  harbour,
  inspectorOf,
  iro,
  machineFor,
  startWorkforce,
  underGlass,
} from '../../testing/workforce-world.ts';
import type { SentFile } from '../../upload/upload.content.ts';

const published = new Uint8Array(
  readFileSync(new URL('../../../reference/csww_indicators_2017_to_2025.csv', import.meta.url)),
);
const analyst = aViewer({ role: 'la-analyst', laCodes: [BIRMINGHAM] });
const text = new TextDecoder().decode(published);
const [heading = '', ...lines] = text.trimEnd().split(/\r?\n/);
const fileOf = (name: string, rows: readonly string[]): SentFile => ({
  name,
  bytes: new TextEncoder().encode([heading, ...rows].join('\n')),
});

const statements: string[] = [];
let database: Database;
let subgraph: Subgraph;
let uploads: Readonly<Record<string, SentFile>> = {};
beforeAll(async () => {
  database = await startWorkforce({ workers: [], registrations: [], employments: [] }, (sql) => statements.push(sql));
  subgraph = createWorkforceSubgraph({
    database,
    clock,
    secret: TEST_SECRET,
    findCaseCounts: async () => [],
    fetchUpload: async (_, id) => uploads[id] ?? null,
  });
});
afterAll(() => database.close());

function ask(viewer: Viewer, query: string, variables: object = {}): Promise<ExecutionResult> {
  const request: GraphRequest = { query, variables };
  const binding = { subgraph: 'workforce', secret: TEST_SECRET, body: JSON.stringify(request), now: clock.now() };
  return subgraph.execute(request, signCaller({ kind: 'viewer', viewer }, binding));
}

const IMPORT = `mutation ($input: ImportPublishedFiguresInput!) { importPublishedFigures(input: $input) {
  __typename
  ... on ImportPublishedFiguresSuccess { added changed unchanged keptNewer notes }
  ... on PublishedFileError { message faultCount faults { file row column rule } }
} }`;

async function load(file: SentFile | null, viewer = analyst): Promise<unknown> {
  uploads = file ? { upload: file } : {};
  const { data, errors } = await ask(viewer, IMPORT, { input: { uploadId: 'upload' } });
  return errors?.[0]?.extensions['code'] ?? data?.['importPublishedFigures'];
}

interface Told {
  readonly geography: string;
  readonly code: string;
  readonly year: number;
  readonly name: string;
  readonly indicator: { readonly code: string };
  readonly result: Record<string, unknown>;
  readonly recomputed: number | null;
  readonly returnedWith: readonly string[];
  readonly source: string;
}

async function told(codes: readonly string[], args: { indicators?: string[]; years?: number[] }, viewer = analyst) {
  const query = `query ($codes: [ID!]!, $indicators: [ID!], $years: [Int!]) {
    publishedStaffFigures(codes: $codes, indicators: $indicators, years: $years) {
      geography code name year indicator { code } recomputed returnedWith source
      result { __typename ... on Known { value numerator denominator } ... on NotKnown { reason }
        ... on NotApplicable { reason } ... on Suppressed { reason } }
    } }`;
  const { data } = await ask(viewer, query, { codes, ...args });
  return (data?.['publishedStaffFigures'] ?? []) as Told[];
}

describe('loading published figures', () => {
  test('of an older publication, then of a later one, then both again', async () => {
    const older = lines.filter((line) => /^20(19|20),/.test(line));
    const newer = lines.filter((line) => /^20(19|20|21),/.test(line));
    const counts = { notes: expect.any(Array), changed: 0, unchanged: 0, keptNewer: 0, added: 0 };
    const success = { __typename: 'ImportPublishedFiguresSuccess', ...counts };
    const [few, many] = [older.length + 2, newer.length + 4];
    expect(await load(fileOf('older.csv', older))).toEqual({ ...success, added: few });
    expect(await load(fileOf('older.csv', older))).toEqual({ ...success, unchanged: few });
    expect(await load(fileOf('newer.csv', newer))).toEqual({ ...success, added: many - few, changed: few });
    expect(await load(fileOf('older.csv', older))).toEqual({ ...success, keptNewer: few });
    expect(await load(fileOf('newer.csv', newer))).toEqual({ ...success, unchanged: many });
  });

  test('of an authority whose code has changed since holds each year once, whichever code it comes under', async () => {
    const former = lines.filter((line) => line.startsWith('2018,') && line.includes(',E10000002,'));
    const today = former.map((line) => line.replace('E10000002', 'E06000060'));
    const years = async () =>
      (await told(['E06000060'], { indicators: ['vacancy'] })).map(({ code, year }) => [code, year]);
    expect(await load(fileOf('today.csv', today))).toMatchObject({ added: 1 });
    const only = await years();
    expect(only.filter(([, year]) => year === 2018)).toHaveLength(1);
    expect(await load(fileOf('former.csv', former))).toMatchObject({ added: 0, changed: 1 });
    expect(await years()).toEqual(only);
  });

  test('with a fault loads nothing at all', async () => {
    const count = () => database.owner((db) => db.query('SELECT count(*)::int AS rows FROM published_figure'));
    const before = await count();
    const rows = lines.filter((line) => line.startsWith('2023,'));
    expect(await load(fileOf('faulty.csv', [...rows, `${rows[0] ?? ''}?`]))).toEqual({
      __typename: 'PublishedFileError',
      message: expect.stringContaining('Nothing was loaded'),
      faultCount: 1,
      faults: [{ file: 'faulty.csv', row: rows.length + 2, column: 'absence_rate_fte', rule: 'unknown-figure' }],
    });
    expect(await count()).toEqual(before);
  });

  test('says so when the file is not there', async () => {
    expect(await load(null)).toMatchObject({ __typename: 'PublishedFileError', faults: [] });
  });

  test.each([
    ['a practice’s manager', harbour],
    ['an inspector', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-30')],
    ['a commissioner', aViewer({ role: 'la-commissioner', laCodes: [BIRMINGHAM] })],
    ['a machine', machineFor('workforce')],
    ['an analyst under a broken glass', underGlass(analyst)],
  ])('is not for %s', async (_, viewer) => {
    expect(await load(fileOf('all.csv', lines), viewer)).toBe('FORBIDDEN');
  });
});

describe('published figures', () => {
  beforeAll(async () => {
    await load({ name: 'all.csv', bytes: published });
  });

  test('have the published rate, its components, and our rate of them', async () => {
    const [turnover] = await told(['E92000001'], { indicators: ['turnover'], years: [2025] });
    expect(turnover).toMatchObject({
      geography: 'ENGLAND',
      name: 'England',
      year: 2025,
      result: { __typename: 'Known', value: 0.118, numerator: 4276.3, denominator: 36_186.3 },
      recomputed: 4276.3 / 36_186.3,
      returnedWith: [],
      source: expect.stringContaining('Open Government Licence'),
    });
    const [caseload] = await told(['E92000001'], { indicators: ['average-caseload'], years: [2025] });
    expect(caseload?.result).toMatchObject({ value: 15.2, numerator: 321_661, denominator: 21_105.4 });
  });

  test('say why there is none, and never a number', async () => {
    const of = async (code: string, indicator: string, year: number) =>
      (await told([code], { indicators: [indicator], years: [year] }))[0]?.result;
    const scilly = 'E06000053';
    expect(await of(scilly, 'turnover', 2022)).toMatchObject({ __typename: 'NotApplicable' });
    expect(await of(scilly, 'absence', 2018)).toMatchObject({ __typename: 'Suppressed' });
    expect(await of('E09000021', 'agency-cover', 2017)).toMatchObject({ __typename: 'NotKnown' });
  });

  test('of a joint return are told of each authority, with whom', async () => {
    for (const [code, other] of [
      ['E09000027', 'Kingston upon Thames'],
      ['E09000021', 'Richmond upon Thames'],
    ] as const) {
      const figures = await told([code], { indicators: ['vacancy'] });
      expect(figures.map(({ year }) => year)).toEqual([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]);
      expect(new Set(figures.flatMap(({ returnedWith }) => returnedWith))).toEqual(new Set([other]));
    }
  });

  test('of an authority whose code has changed are told of all years, by either code', async () => {
    for (const code of ['E08000039', 'E08000019']) {
      const figures = await told([code], { indicators: ['vacancy'] });
      expect(figures.map((of) => [of.code, of.name])).toEqual(Array.from({ length: 9 }, () => [code, 'Sheffield']));
    }
  });

  test('of 2005 stand beside today’s, where they were published', async () => {
    const figures = await told(['E92000001', 'E12000005', 'E12000002'], {
      years: [2005, 2025],
      indicators: ['vacancy', 'turnover'],
    });
    expect(
      figures
        .filter(({ year }) => year === 2005)
        .map(({ name, indicator, result }) => [name, indicator.code, result['value']]),
    ).toEqual([
      ['England', 'vacancy', 0.12],
      ['England', 'turnover', 0.11],
      ['West Midlands', 'vacancy', 0.18],
      ['North West', 'turnover', 0.13],
    ]);
    expect(figures.filter(({ year }) => year === 2025)).toHaveLength(6);
  });

  test('come with an authority’s region and England, in as many statements for two authorities as for one', async () => {
    const query = `query ($authorities: [_Any!]!) { _entities(representations: $authorities) { ... on LocalAuthority {
      publishedStaffFigures(indicators: ["turnover"], years: [2025]) { geography name } } } }`;
    const asked = async (ids: readonly string[]) => {
      statements.length = 0;
      const authorities = ids.map((id) => ({ __typename: 'LocalAuthority', id }));
      const { data } = await ask(iro, query, { authorities });
      return { data: data?.['_entities'], statements: statements.length };
    };
    const one = await asked([BIRMINGHAM]);
    expect(one.data).toEqual([
      {
        publishedStaffFigures: [
          { geography: 'ENGLAND', name: 'England' },
          { geography: 'REGION', name: 'West Midlands' },
          { geography: 'LOCAL_AUTHORITY', name: 'Birmingham' },
        ],
      },
    ]);
    const two = await asked(['E09000012', 'E09000021']);
    expect(two.statements).toBe(one.statements);
    expect(two.data).toMatchObject([
      { publishedStaffFigures: [{}, { name: 'London' }, { name: 'Inner London' }, { name: 'Hackney' }] },
      { publishedStaffFigures: [{}, { name: 'London' }, { name: 'Outer London' }, { name: 'Kingston upon Thames' }] },
    ]);
  });

  test('are refused for what is not published, and for too many places', async () => {
    const refused = async (args: string) => {
      const { errors } = await ask(analyst, `{ publishedStaffFigures(${args}) { year } }`);
      return errors?.[0]?.extensions['code'];
    };
    expect(await refused('codes: ["E92000001"], indicators: ["length-of-service"]')).toBe('BAD_USER_INPUT');
    const codes = Array.from({ length: 21 }, (_, index) => `"E${index}"`).join(', ');
    expect(await refused(`codes: [${codes}]`)).toBe('BAD_USER_INPUT');
  });
});
