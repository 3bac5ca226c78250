import { internalSubject } from '@mainstay/subgraph-kit';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChildrenSubgraph } from '../../index.ts';
import {
  ask,
  BIRMINGHAM,
  birmingham,
  birminghamCommissioner,
  clock,
  emptyDatabase,
  sandwell,
  startDatabase,
  startSubgraph,
  tokenFor,
} from '../../testing/children-world.ts';
import { aFile } from '../../testing/return-texts.ts';
import { importReturn } from '../import-903/import-903.run.ts';

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

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB';
const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
const header = (...rows: string[]) => aFile('header.csv', [HEADER, ...rows]);
const episodes = (...rows: string[]) => aFile('episodes.csv', [EPISODES, ...rows]);

const A1 = 'A1,M,05/06/2011,WBRI,A123456789012,,';
const B2 = 'B2,F,05/06/2012,WBRI,A123456789023,,';
const WELL = 'A1,01/05/2024,S,C2,N1,U6,PR1,,,,B1 1AA,B2 2BB,SC012345';
const ODD = 'B2,01/05/2024,S,C2,N1,K2,PR1,,,,B1 1AA,B3 3CC,SC012345';

const load = (year: number, ...files: { name: string; bytes: Uint8Array }[]) =>
  importReturn({ database, clock }, { viewer: birmingham, year, files });

const CHECK = `mutation ($input: CheckReturn903Input!) { checkReturn903(input: $input) { __typename
  ... on CheckReturn903Success { childrenChecked fixedCount appearedCount
    fixed { rule { code } childLocalId state fixedBy { id } } appeared { id rule { code } childLocalId state }
    check { faultCount acceptedCount isOutdated childrenChanged isBuiltFromRecords tables } }
  ... on CollectionYearError { message } } }`;

interface Checked {
  readonly checkReturn903: {
    readonly __typename: string;
    readonly childrenChecked: number;
    readonly fixed: { rule: { code: string }; childLocalId: string }[];
    readonly appeared: { id: string; rule: { code: string }; childLocalId: string }[];
    readonly check: { faultCount: number; acceptedCount: number; tables: string[]; isBuiltFromRecords: boolean };
  };
}

const check = async (input: object = {}, viewer = birmingham) =>
  (
    await ask<Checked>(subgraph, viewer, {
      query: CHECK,
      variables: { input: { la: BIRMINGHAM, year: 2025, ...input } },
    })
  ).checkReturn903;

const names = (faults: { rule: { code: string }; childLocalId: string }[]) =>
  faults.map(({ rule, childLocalId }) => `${childLocalId} ${rule.code}`).toSorted();

const OF_CHILD = `query ($child: String!) { localAuthority: _entities(representations: [{ __typename: "LocalAuthority", id: "${BIRMINGHAM}" }]) {
  ... on LocalAuthority { returnCheckOfChild(year: 2025, childLocalId: $child) { historyVersion child { id }
    tables { table columns rows { key rowId cells } previousRows { cells } }
    faults { id rule { code } rowKey fields acceptance { reason } suggestions { cells { column value } source fixes brings } } } } } }`;

interface OfChild {
  readonly historyVersion: string;
  readonly child: { id: string };
  readonly tables: {
    table: string;
    columns: string[];
    rows: { key: string; rowId: string; cells: string[] }[];
    previousRows: object[];
  }[];
  readonly faults: {
    id: string;
    rule: { code: string };
    rowKey: string;
    suggestions: { cells: { column: string; value: string }[]; source: string; fixes: string[]; brings: string[] }[];
  }[];
}

async function ofChild(child: string, viewer = birmingham): Promise<OfChild> {
  const { localAuthority } = await ask<{ localAuthority: { returnCheckOfChild: OfChild }[] }>(subgraph, viewer, {
    query: OF_CHILD,
    variables: { child },
  });
  return localAuthority[0]?.returnCheckOfChild as OfChild;
}

const CORRECT = `mutation ($input: CorrectReturnRowInput!) { correctReturnRow(input: $input) { __typename
  ... on RecordInputError { field message } } }`;

async function correct(child: string, cells: { column: string; value: string }[]): Promise<void> {
  const shown = await ofChild(child);
  const rowId = shown.tables.find(({ table }) => table === 'Episodes')?.rows[0]?.rowId;
  const input = {
    childId: shown.child.id,
    basedOn: shown.historyVersion,
    key: `k ${Math.random()}`,
    year: 2025,
    table: 'Episodes',
    rowId,
    cells,
    reason: 'Wrong code',
  };
  const { correctReturnRow } = await ask<{ correctReturnRow: object }>(subgraph, birmingham, {
    query: CORRECT,
    variables: { input },
  });
  expect(correctReturnRow).toEqual({ __typename: 'RecordCareSuccess' });
}

describe('what is held of a return', () => {
  test('is judged whole the first time, then only the children who have changed', async () => {
    await load(2025, header(A1, B2), episodes(WELL, ODD));
    const first = await check();
    expect(first).toMatchObject({
      __typename: 'CheckReturn903Success',
      childrenChecked: 2,
      check: { isBuiltFromRecords: false },
    });
    expect(first.check.tables).toEqual(['Header', 'Episodes']);
    expect(await check()).toMatchObject({ childrenChecked: 0, fixed: [], appeared: [] });

    await correct('B2', [
      { column: 'CIN', value: 'N8' },
      { column: 'PL_POST', value: '' },
    ]);
    const second = await check();
    expect(second.childrenChecked).toBe(1);
    const whole = await check({ isWhole: true });
    expect(whole).toMatchObject({ childrenChecked: 2, fixed: [], appeared: [] });
    expect(whole.check.faultCount).toBe(second.check.faultCount);
  });

  test('a row put right is told as fixed, by the one who put it right; what it hid comes to light', async () => {
    await load(2025, header(A1), episodes(WELL.replace('N1', '')));
    const before = names((await check()).appeared);
    await correct('A1', [{ column: 'CIN', value: 'N1' }]);
    const after = await check();
    expect(names(after.fixed).every((fault) => before.includes(fault))).toBe(true);
    expect(after.appeared).toEqual([]);
    expect(after.fixed[0]).toMatchObject({ state: 'FIXED', fixedBy: { id: birmingham.subject } });
  });

  test('children who share a pupil number are judged together when one of them changes', async () => {
    await load(2026, header(A1, B2), episodes(WELL, ODD));
    await check({ year: 2026 });
    await load(2026, header(A1, B2.replace('A123456789023', 'A123456789012')));
    const shared = await check({ year: 2026 });
    expect(names(shared.appeared)).toEqual(['A1 444', 'B2 444']);
    await load(2026, header(A1, B2));
    expect(names((await check({ year: 2026 })).fixed)).toEqual(['A1 444', 'B2 444']);
  });

  test('a year without episodes is judged as it would be built from the records', async () => {
    await load(2025, header(A1), episodes(WELL));
    const built = await check({ year: 2026 });
    expect(built).toMatchObject({ childrenChecked: 1, check: { isBuiltFromRecords: true } });
    expect(built.check.tables).toEqual(expect.arrayContaining(['Header', 'Episodes']));
  });

  test('years without rules, and other people, are refused', async () => {
    expect(await check({ year: 2022 })).toMatchObject({ __typename: 'CollectionYearError' });
    expect(await check({ year: 2028 })).toMatchObject({ __typename: 'CollectionYearError' });
    await expect(check({}, birminghamCommissioner)).rejects.toThrow('FORBIDDEN');
    await expect(check({}, sandwell)).rejects.toThrow('FORBIDDEN');
  });
});

const ACCEPT = `mutation ($input: AcceptFaultsInput!) { acceptFaults(input: $input) { __typename
  ... on AcceptFaultsSuccess { faults { state acceptance { reason acceptedBy { id } } } }
  ... on RecordInputError { field } ... on FaultsGoneError { faultIds } } }`;

const accept = async (faultIds: string[], reason = 'The placement is outside England.') =>
  (
    await ask<{ acceptFaults: object }>(subgraph, birmingham, {
      query: ACCEPT,
      variables: { input: { la: BIRMINGHAM, year: 2025, faultIds, reason } },
    })
  ).acceptFaults;

test('a fault is accepted with a reason, which is withdrawn when the row changes', async () => {
  await load(2025, header(A1), episodes(WELL.replace('N1', '')));
  const [fault] = (await check()).appeared;
  const ids = [fault?.id ?? ''];
  expect(await accept(ids, ' ')).toMatchObject({ __typename: 'RecordInputError', field: 'reason' });
  expect(await accept(ids)).toEqual({
    __typename: 'AcceptFaultsSuccess',
    faults: [
      {
        state: 'ACCEPTED',
        acceptance: { reason: 'The placement is outside England.', acceptedBy: { id: birmingham.subject } },
      },
    ],
  });
  expect((await check()).check.acceptedCount).toBe(1);
  await correct('A1', [{ column: 'PL_POST', value: 'B4 4DD' }]);
  expect((await check()).check.acceptedCount).toBe(0);
  expect(await accept(ids)).toEqual({ __typename: 'FaultsGoneError', faultIds: ids });
});

async function loadProviders(lines: string[]): Promise<object> {
  const params = { name: 'providers.csv' };
  const body = (async function* () {
    yield aFile('', lines).bytes;
  })();
  const token = tokenFor(birmingham, internalSubject('upload', params));
  const { id } = (await subgraph.callInternal('upload', { token, params, body })) as { id: string };
  const { importProviders } = await ask<{ importProviders: object }>(subgraph, birmingham, {
    query: `mutation ($input: ImportProvidersInput!) { importProviders(input: $input) { __typename
      ... on ImportProvidersSuccess { list { settings supersededAt } } ... on UserError { message } } }`,
    variables: { input: { uploadId: id } },
  });
  return importProviders;
}

test('a setting is suggested from the list of providers, was tried, and putting it in fixes the fault', async () => {
  await load(2025, header(B2), episodes(ODD));
  await check();
  expect(await loadProviders(['CHILD,SEX', 'A,1'])).toMatchObject({ __typename: 'ProviderFileError' });
  expect(
    await loadProviders([
      'URN,Postcode,Placement code,Provider code',
      'SC999999,B3 3CC,K2,PR4',
      'SC012345,B9 9ZZ,K2,PR1',
    ]),
  ).toEqual({ __typename: 'ImportProvidersSuccess', list: { settings: 2, supersededAt: null } });
  // The list is new: all children are judged again.
  expect((await check()).childrenChecked).toBe(1);
  const { faults, tables } = await ofChild('B2');
  const offered = faults.flatMap(({ suggestions }) => suggestions.filter(({ source }) => source === 'PROVIDER_LIST'));
  expect(offered.length).toBeGreaterThan(0);
  expect(tables.find(({ table }) => table === 'Episodes')?.rows).toHaveLength(1);
  const [best] = offered;
  await correct('B2', [...(best?.cells ?? [])]);
  expect((await check()).fixed.map(({ rule }) => rule.code)).toEqual(expect.arrayContaining(best?.fixes ?? ['none']));
});
