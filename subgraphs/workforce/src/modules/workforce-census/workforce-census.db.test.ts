import { readFileSync } from 'node:fs';
import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agency, employee, leaver, xmlOf } from '../../testing/census-cells.ts';
import {
  birmingham,
  BIRMINGHAM,
  clock,
  graphOver,
  harbour,
  inspectorOf,
  iro,
  sandwell,
  startWorkforce,
} from '../../testing/workforce-world.ts';
import { loadDemonstrationCensuses } from './workforce-census.demonstration.ts';

/** The number of the first is that of a worker of Birmingham whose post was recorded. */
const first = [employee(1), employee(901), leaver(902, { FTE30: '0.6' }), agency(903)];

const commissioner = aViewer({ role: 'la-commissioner', laCodes: [BIRMINGHAM] });

let database: Database;
let ask: ReturnType<typeof graphOver>;
const statements: string[] = [];
const uploads = new Map<string, { name: string; bytes: Uint8Array }>();
beforeAll(async () => {
  database = await startWorkforce(undefined, (sql) => statements.push(sql));
  const led = { laCode: BIRMINGHAM, employerKind: 'local-authority', practiceId: null, children: 1 } as const;
  ask = graphOver(
    database,
    async (_viewer, id) => uploads.get(id) ?? null,
    async (_owner, days) => days.map((day) => ({ ...led, day, workerId: 'SW000904' })),
  );
});
afterAll(() => database.close());

const IMPORT = `mutation ($input: ImportWorkforceCensusInput!) { importWorkforceCensus(input: $input) { __typename
  ... on ImportWorkforceCensusSuccess { outcome census { id year status workersRead workersLoaded workersKeptOut faultCount
    counts { inPost leavers agency others } faultsByRule { count rule { code keepsWorkerOut } } } }
  ... on UserError { message } } }`;

interface Imported {
  readonly __typename: string;
  readonly outcome?: string;
  readonly message?: string;
  readonly census: { readonly id: string; readonly status: string; readonly workersLoaded: number };
}

async function importing(
  xml: string | Uint8Array,
  options: { viewer?: Viewer; la?: string; isDryRun?: boolean; year?: number } = {},
) {
  const { viewer = birmingham, la = BIRMINGHAM, ...input } = options;
  uploads.set('upload', { name: 'census.xml', bytes: typeof xml === 'string' ? new TextEncoder().encode(xml) : xml });
  return ask(viewer, IMPORT, { input: { la, uploadId: 'upload', ...input } });
}

async function imported(xml: string | Uint8Array, options: Parameters<typeof importing>[1] = {}): Promise<Imported> {
  const { data, errors } = await importing(xml, options);
  expect(errors).toBeUndefined();
  return data?.['importWorkforceCensus'] as Imported;
}

async function ofAuthority<Answer>(viewer: Viewer, fields: string, la = BIRMINGHAM): Promise<Answer> {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on LocalAuthority { ${fields} } } }`;
  const { data, errors } = await ask(viewer, query, { r: [{ __typename: 'LocalAuthority', id: la }] });
  expect(errors).toBeUndefined();
  return ((data ?? {})['_entities'] as Answer[])[0] as Answer;
}

const censusRowsHeld = () =>
  database.owner((db) => db.query<{ n: number }>('SELECT count(*)::int AS n FROM workforce_census_worker'));
const employmentsOf = (id: string) =>
  database.owner((db) =>
    db.query(
      `SELECT worker_id AS worker, role, full_time_equivalent AS fte, is_agency AS agency, started_on::text AS began,
              ended_on::text AS ended, source, leaver_destination AS destination
         FROM present_employment WHERE la_code = $1 AND worker_id = $2`,
      [BIRMINGHAM, id],
    ),
  );

test('a census is loaded in one piece, with its workers and their employments', async () => {
  const { outcome, census } = await imported(xmlOf(first));
  expect(outcome).toBe('LOADED');
  expect(census).toMatchObject({
    year: 2025,
    status: 'HELD',
    workersRead: 4,
    workersLoaded: 4,
    workersKeptOut: 0,
    faultCount: 0,
    counts: { inPost: 2, leavers: 1, agency: 1, others: 0 },
  });
  expect(await employmentsOf('SW0000000901')).toEqual([
    {
      worker: 'SW0000000901',
      role: 'SOCIAL_WORKER',
      fte: 1,
      agency: false,
      began: '2019-09-02',
      ended: null,
      source: 'CENSUS',
      destination: null,
    },
  ]);
  expect(await employmentsOf('SW0000000902')).toEqual([
    expect.objectContaining({ fte: 0.6, ended: '2025-03-31', destination: 'AGENCY' }),
  ]);
  expect(await employmentsOf('SW0000000903')).toEqual([expect.objectContaining({ agency: true, began: '2025-09-30' })]);
  // What people recorded stays: the worker has the posts that were there, and no other.
  expect(await employmentsOf('SW0000000001')).toEqual([]);
  expect((await employmentsOf('SW000001')).map((row) => row['source'])).toEqual(['RECORDED', 'RECORDED']);
});

test('the same file again changes nothing, whatever its spaces and the hour it was made', async () => {
  const before = await censusRowsHeld();
  const again = xmlOf(first).replaceAll('\n', '\n  ').replace('10:00:00', '11:00:00');
  expect((await imported(again)).outcome).toBe('UNCHANGED');
  expect(await censusRowsHeld()).toEqual(before);
});

test('a file that is only checked changes nothing, and its faults are told by worker, line and element', async () => {
  const before = await censusRowsHeld();
  const { outcome, census } = await imported(xmlOf([employee(901, { FTE: '1.4' }), agency(903)]), { isDryRun: true });
  expect([outcome, census.status, census.workersLoaded]).toEqual(['CHECKED', 'CHECKED', 1]);
  expect(await censusRowsHeld()).toEqual(before);
  const fault =
    'faultCount faultsCsv faults(first: 5) { totalCount edges { node { worker line fields message rule { code } } } }';
  const { workforceCensuses } = await ofAuthority<{ workforceCensuses: object[] }>(
    birmingham,
    `workforceCensuses { status ${fault} }`,
  );
  const node = {
    worker: 1,
    line: 22,
    fields: ['FTE'],
    message: expect.not.stringContaining('1.4'),
    rule: { code: 'CW105' },
  };
  expect(workforceCensuses.find((one) => 'status' in one && one.status === 'CHECKED')).toMatchObject({
    faultCount: 1,
    faults: { totalCount: 1, edges: [{ node }] },
    faultsCsv: expect.stringMatching(/^worker,line,field,rule,kept_out,message\r\n1,22,FTE,CW105,yes,/),
  });
});

test('a worker of the census is found by the number, whoever writes zeros into it', async () => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Worker { id census(year: 2025) {
    number cases worker { id name } fields { tag value meaning } } } } }`;
  const r = ['SW000001', 'SW901', 'SW000002'].map((id) => ({ __typename: 'Worker', id }));
  const { data } = await ask(birmingham, query, { r });
  expect(data?.['_entities']).toMatchObject([
    { census: { number: 1, cases: 16, worker: { id: 'SW000001', name: expect.any(String) } } },
    {
      census: {
        number: 2,
        worker: { id: 'SW0000000901', name: null },
        fields: expect.arrayContaining([{ tag: 'OrgRole', value: '5', meaning: 'Case holder' }]),
      },
    },
    { census: null },
  ]);
  for (const viewer of [sandwell, harbour, iro, commissioner, inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-30')]) {
    const others = await ask(viewer, query, { r });
    expect(others.errors).toBeUndefined();
    expect(((others.data ?? {})['_entities'] as { census: unknown }[]).map(({ census }) => census)).toEqual([
      null,
      null,
      null,
    ]);
  }
});

test('row-level security alone shows the rows to analysts and managers of the authority, and makes figures of them', async () => {
  const rows = 'SELECT count(*)::int AS n FROM workforce_census_worker';
  const seen = async (viewer: Viewer) => (await database.read(viewer, (db) => db.query<{ n: number }>(rows)))[0]?.n;
  expect([await seen(birmingham), await seen({ ...birmingham, role: 'la-manager' })]).toEqual([4, 4]);
  const inspector = inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-30');
  for (const viewer of [sandwell, commissioner, iro, harbour, inspector]) expect(await seen(viewer)).toBe(0);
  expect(await database.figures(inspector, (db) => db.query(rows))).toEqual([{ n: 4 }]);
  expect(await database.figures(sandwell, (db) => db.query(rows))).toEqual([{ n: 0 }]);
});

test('a newer file takes the place of the one before, which stays known; the record follows', async () => {
  const second = [employee(1), employee(901, { FTE: '0.8' }), agency(903), employee(904)];
  const { outcome, census } = await imported(xmlOf(second));
  expect(outcome).toBe('LOADED');
  const { workforceCensuses, workforceCensus } = await ofAuthority<{
    workforceCensuses: { status: string; workers: { totalCount: number } }[];
    workforceCensus: { id: string };
  }>(birmingham, 'workforceCensuses { status workers { totalCount } } workforceCensus(year: 2025) { id }');
  expect(workforceCensuses.map(({ status }) => status).toSorted()).toEqual(['HELD', 'SUPERSEDED']);
  expect(workforceCensuses.map(({ workers }) => workers.totalCount)).toEqual([4, 4]);
  expect(workforceCensus.id).toBe(census.id);
  expect(await employmentsOf('SW0000000901')).toEqual([expect.objectContaining({ fte: 0.8 })]);
  expect(await employmentsOf('SW0000000902')).toEqual([]);
  // The return writes the number without zeros: the record is made under that.
  expect((await employmentsOf('SW000904')).length).toBe(1);
});

describe('the census that is held', () => {
  test('is written back as it came, for analysts and managers', async () => {
    const xml = async (viewer: Viewer) =>
      (
        await ofAuthority<{ workforceCensus: { xml: string | null } | null }>(
          viewer,
          'workforceCensus(year: 2025) { xml }',
        )
      ).workforceCensus;
    const text = (await xml(birmingham))?.xml ?? '';
    expect((await imported(text)).outcome).toBe('UNCHANGED');
    expect(await xml(commissioner)).toBeNull();
    expect(await xml(sandwell)).toBeNull();
    expect(await xml(harbour)).toBeNull();
  });

  test('is measured by the published formulas, for whoever may see the posts', async () => {
    const before = xmlOf([employee(904), employee(905)], { year: 2024 });
    expect((await imported(before)).outcome).toBe('LOADED');
    const fields = `workforceCensusMeasures(year: 2025) { indicator { code } from to exclusions { reason count }
      result { __typename ... on Known { value numerator denominator } ... on NotKnown { reason } } }`;
    interface Measures {
      readonly workforceCensusMeasures: { indicator: { code: string }; result: object; exclusions: object[] }[];
    }
    const { workforceCensusMeasures } = await ofAuthority<Measures>(birmingham, fields);
    const result = (code: string) => workforceCensusMeasures.find(({ indicator }) => indicator.code === code)?.result;
    // In post 1 + 0.8 + 1, an agency worker at 0.5, a vacancy of which half is covered; cases 16 + 16 + 16 + 8.
    expect(result('census-turnover-fte')).toMatchObject({ numerator: 0, denominator: 2.8, value: 0 });
    expect(result('census-agency-fte')).toMatchObject({ numerator: 0.5, denominator: 3.3 });
    expect(result('census-vacancy')).toMatchObject({ numerator: 1, denominator: 3.8 });
    expect(result('census-vacancy-agency-cover')).toMatchObject({ value: 0.5 });
    expect(result('census-caseload')).toMatchObject({ numerator: 56, denominator: 3.3 });
    expect(result('census-absence')).toMatchObject({ numerator: 13.5 });
    const turnover = workforceCensusMeasures.find(({ indicator }) => indicator.code === 'census-turnover-fte');
    expect(turnover?.exclusions).toEqual([{ reason: expect.stringMatching(/not in this one/), count: 1 }]);
    const inspector = inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-30');
    expect(await ofAuthority<Measures>(inspector, fields)).toEqual({ workforceCensusMeasures });
    expect(await ofAuthority<Measures>(commissioner, fields)).toEqual({ workforceCensusMeasures });
    for (const viewer of [sandwell, harbour, iro]) {
      expect(await ofAuthority(viewer, fields)).toEqual({ workforceCensusMeasures: [] });
    }
    const { workforceCensusMeasures: unknown } = await ofAuthority<Measures>(
      birmingham,
      fields.replace('2025', '2019'),
    );
    expect(unknown.every((one) => JSON.stringify(one.result).includes('NotKnown'))).toBe(true);
  });

  test('and those before it are told in as many statements, however many there are', async () => {
    const all =
      'workforceCensuses { faultsByRule { count } faults { totalCount edges { node { rule { code } } } } workers { edges { node { number } } } }';
    const counted = async () => {
      statements.length = 0;
      await ofAuthority(birmingham, all);
      return statements.filter((sql) => /^\s*(SELECT|WITH)/.test(sql)).length;
    };
    const few = await counted();
    await imported(xmlOf([employee(1), employee(906)], { year: 2023 }));
    expect(await counted()).toBe(few);
  });
});

describe('nothing is loaded', () => {
  test('by those who may not', async () => {
    const xml = xmlOf([employee(950)]);
    for (const viewer of [sandwell, harbour, iro, commissioner]) {
      const { errors } = await importing(xml, { viewer });
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });

  test('of another authority’s file, another year’s, one that is damaged or gone', async () => {
    const messages = [
      await imported(xmlOf([employee(950)], { number: '333' })),
      await imported(xmlOf([employee(950)]), { year: 2024 }),
      await imported(xmlOf([employee(950)]).slice(0, 800)),
    ].map((answer) => [answer.__typename, answer.message]);
    expect(messages).toEqual([
      ['WorkforceCensusFileError', expect.stringMatching(/not 330.*number of Sandwell \(E08000028\)/)],
      ['WorkforceCensusFileError', expect.stringMatching(/census of 2025, not of 2024/)],
      ['WorkforceCensusFileError', expect.stringMatching(/not well formed/)],
    ]);
    const input = { la: BIRMINGHAM, uploadId: 'gone' };
    const { data } = await ask(birmingham, IMPORT, { input });
    expect(data?.['importWorkforceCensus']).toMatchObject({ message: expect.stringMatching(/not here any more/) });
  });

  test('of a file without a worker who can be loaded; the faults are kept', async () => {
    const before = await censusRowsHeld();
    const { outcome, census } = await imported(xmlOf([employee(950, { SWENo: 'none' })]));
    expect([outcome, census]).toMatchObject([
      'REFUSED',
      { workersLoaded: 0, faultsByRule: [{ rule: { code: 'CW012' } }, { rule: { code: 'CW102' } }] },
    ]);
    expect(await censusRowsHeld()).toEqual(before);
  });

  test('when it breaks off in the middle: what was held stays held', async () => {
    const state = () =>
      database.owner((db) =>
        db.query('SELECT id, status FROM workforce_census UNION ALL SELECT id, name FROM worker ORDER BY 1'),
      );
    const before = await state();
    await database.owner((db) =>
      db.query(`CREATE FUNCTION breaks_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken off'; END $$;
        CREATE TRIGGER breaks_off BEFORE INSERT ON employment EXECUTE FUNCTION breaks_off()`),
    );
    const { errors } = await importing(xmlOf([employee(960), employee(961)]));
    await database.owner((db) => db.query('DROP TRIGGER breaks_off ON employment; DROP FUNCTION breaks_off()'));
    expect(errors?.length).toBe(1);
    expect(await state()).toEqual(before);
  });
});

test('the census that nobody here wrote is loaded with its faults, and written back the same', async () => {
  const barking = aViewer({ laCodes: ['E09000002'] });
  const folder = new URL('../../../../../tests/fixtures/cswc-2022/', import.meta.url);
  const sample = readFileSync(new URL('social_work_workforce_2022.xml', folder));
  const options = { viewer: barking, la: 'E09000002' };
  const { outcome, census } = await imported(sample, options);
  expect([outcome, census.workersLoaded]).toEqual(['LOADED', 30]);
  expect((await imported(sample, { ...options, isDryRun: true })).outcome).toBe('CHECKED');
  const { workforceCensus } = await ofAuthority<{ workforceCensus: { xml: string } }>(
    barking,
    'workforceCensus(year: 2022) { xml }',
    'E09000002',
  );
  expect((await imported(workforceCensus.xml, options)).outcome).toBe('UNCHANGED');
});

test('a demonstration’s census is imported by the same way, and a second time changes nothing', async () => {
  const file = { laCode: 'E08000035', name: 'census.xml', text: xmlOf([employee(970)], { number: '383' }) };
  const loading = () => loadDemonstrationCensuses({ database, clock }, [file]);
  await loading();
  const state = () =>
    database.owner((db) =>
      db.query(`SELECT c.id, w.worker_id, e.source FROM workforce_census c
        JOIN workforce_census_worker w ON w.census_id = c.id
        JOIN present_employment e ON e.worker_id = w.worker_id WHERE c.la_code = 'E08000035'`),
    );
  const before = await state();
  expect(before).toMatchObject([{ worker_id: 'SW0000000970', source: 'CENSUS' }]);
  await loading();
  expect(await state()).toEqual(before);
});
