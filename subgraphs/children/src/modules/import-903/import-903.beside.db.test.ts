import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase } from '../../testing/children-world.ts';
import { CareRecorder, aFosterHome } from '../../testing/recording-care.ts';
import { aFile, episodesFile, headerFile } from '../../testing/return-texts.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, socialWorker } from '../../testing/staff.ts';
import { importReturn } from './import-903.run.ts';

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB';
const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
const recordedEpisode = 'NEW1,10/04/2026,S,V2,N1,U6,PR1,,,,B2 2BB,B1 1AA,SC012345';

let world: SafeguardsWorld;
let care: CareRecorder;
beforeAll(async () => {
  world = await startSafeguards();
  care = new CareRecorder(world);
});
afterAll(() => world?.close());
beforeEach(() => emptyDatabase(world.database));

const load = (year: number, files: { name: string; bytes: Uint8Array }[], parts: object = {}) =>
  importReturn({ database: world.database, clock: world.clock }, { viewer: analyst, year, files, ...parts });

const counts = async (year: number): Promise<Record<string, number>> => {
  const rows = await world.database.owner((db) =>
    db.query<{ name: string; count: number }>(
      'SELECT table_name AS name, row_count AS count FROM return_table WHERE collection_year = $1',
      [year],
    ),
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
};

const held = async (year: number): Promise<string[]> => {
  const rows = await world.database.owner((db) =>
    db.query<{ cells: string }>(
      `SELECT array_to_string(cells, ',') AS cells FROM return_row
       WHERE collection_year = $1 AND table_name = 'Episodes' AND superseded_at IS NULL ORDER BY position`,
      [year],
    ),
  );
  return rows.map(({ cells }) => cells);
};

const header = (...children: string[]) =>
  aFile('header.csv', [HEADER, ...children.map((child) => `${child},F,06/05/2014,WBRI,UN2,0,`)]);
const episodes = (...rows: string[]) => aFile('episodes.csv', [EPISODES, ...rows]);

describe('an import beside what was recorded', () => {
  test('keeps rows that the files do not hold', async () => {
    const child = await care.takeIn('NEW1', '2026-04-10');
    const done = await load(2027, [header('A1'), episodes('A1,10/05/2026,S,V2,N1,U6,PR1,,,,B2 2BB,B1 1AA,SC012345')]);
    expect(done.status).toBe('LOADED');
    expect(await held(2027)).toEqual(['A1,10/05/2026,S,V2,N1,U6,PR1,,,,B2 2BB,B1 1AA,SC012345', recordedEpisode]);
    expect(await counts(2027)).toEqual({ Header: 2, Episodes: 2 });
    expect((await care.history(child)).episodes).toMatchObject([{ startedOn: '2026-04-10', endedOn: null }]);
  });

  test('that says the same counts rows as unchanged, and makes the tables imported ones', async () => {
    await care.takeIn('NEW1', '2026-04-10', { placement: { ...aFosterHome } });
    expect(await counts(2027)).toEqual({});
    const done = await load(2027, [header('NEW1'), episodes(recordedEpisode)]);
    expect(done.tables).toMatchObject([
      { table: 'Header', rowsAdded: 0, rowsUnchanged: 1, rowsKeptOut: 0 },
      { table: 'Episodes', rowsAdded: 0, rowsUnchanged: 1, rowsKeptOut: 0 },
    ]);
    expect(await counts(2027)).toEqual({ Header: 1, Episodes: 1 });
    expect((await load(2027, [header('NEW1'), episodes(recordedEpisode)])).status).toBe('UNCHANGED');
  });

  test('that says something else of the same episode is kept out, and told how the file can win', async () => {
    const child = await care.takeIn('NEW1', '2026-04-10');
    const other = recordedEpisode.replace('SC012345', 'SC099999');
    const done = await load(2027, [header('NEW1'), episodes(other)]);
    expect(done.tables).toMatchObject([{ table: 'Header' }, { table: 'Episodes', rowsKeptOut: 1, rowsAdded: 0 }]);
    expect(await held(2027)).toEqual([recordedEpisode]);
    const { data } = await world.ask<{
      import903: { faults: { edges: { node: { rule: { code: string }; keepsRowOut: boolean; whatToDo: string } }[] } };
    }>(
      analyst,
      'query ($id: ID!) { import903(id: $id) { faults(rule: "MS14") { edges { node { rule { code } keepsRowOut whatToDo } } } } }',
      { id: done.id },
    );
    expect(data.import903.faults.edges).toMatchObject([{ node: { rule: { code: 'MS14' }, keepsRowOut: true } }]);

    const before = await care.version(child);
    const replaced = await load(2027, [header('NEW1'), episodes(other)], { replaceRecorded: true });
    expect(replaced.tables).toMatchObject([{ table: 'Header' }, { rowsKeptOut: 0, rowsAdded: 1, rowsRemoved: 1 }]);
    expect(await held(2027)).toEqual([other]);
    expect(await care.version(child)).not.toBe(before);
  });

  test('does not bring back a row that was corrected or taken out', async () => {
    const row = 'A1,10/05/2026,S,V2,N1,U6,PR1,,,,B2 2BB,B1 1AA,SC012345';
    const files = () => [header('A1'), episodes(row)];
    await load(2027, files());
    const { data } = await world.ask<{
      children: { edges: { node: { id: string; returnRows: { id: string; table: string }[] } }[] };
    }>(analyst, '{ children { edges { node { id returnRows(year: 2027) { id table } } } } }');
    const child = data.children.edges[0]?.node;
    const episode = child?.returnRows.find(({ table }) => table === 'Episodes');
    const corrected = await care.send(analyst, 'correctReturnRow', {
      childId: child?.id,
      year: 2027,
      table: 'Episodes',
      rowId: episode?.id,
      cells: [{ column: 'DECOM', value: '2026-05-11' }],
      reason: 'The day was wrong.',
    });
    expect(corrected).toMatchObject({ __typename: 'RecordCareSuccess' });
    expect(await counts(2027)).toEqual({ Header: 1, Episodes: 1 });
    const again = await load(2027, files());
    expect(again.tables).toMatchObject([{ table: 'Header' }, { table: 'Episodes', rowsKeptOut: 1, rowsAdded: 0 }]);
    expect(await held(2027)).toEqual([row.replace('10/05', '11/05')]);

    await load(2027, files(), { replaceRecorded: true });
    expect(await held(2027)).toEqual([row]);
    expect((await load(2027, files())).tables).toMatchObject([{}, { rowsUnchanged: 1, rowsKeptOut: 0 }]);
  });

  test('waits for whoever records at the same moment, and loses nothing', async () => {
    const [, done] = await Promise.all([
      care.takeIn('NEW1', '2026-04-10'),
      load(2027, [header('A1'), episodes('A1,10/05/2026,S,V2,N1,U6,PR1,,,,B2 2BB,B1 1AA,SC012345')]),
    ]);
    expect(done.status).toBe('LOADED');
    expect((await held(2027)).length).toBe(2);
    expect(await counts(2027)).toEqual({ Header: 2, Episodes: 2 });
  });
});

test('a child of whom something was recorded stays when a later file no longer names the child', async () => {
  const episode = (child: string) => `${child},10/05/2025,S,V2,N1,U6,PR1,,,,B2 2BB,B1 1AA,SC012345`;
  await load(2026, [header('A1', 'B2'), episodes(episode('A1'), episode('B2'))]);
  const { data } = await world.ask<{ children: { edges: { node: { id: string; localId: string } }[] } }>(
    analyst,
    '{ children { edges { node { id localId } } } }',
  );
  const child = data.children.edges.find(({ node }) => node.localId === 'A1')?.node.id ?? '';
  await care.send(socialWorker, 'recordMissing', { childId: child, kind: 'M', startedOn: '2026-08-01' });
  await load(2026, [header('B2'), episodes(episode('B2'))]);
  expect((await care.history(child)).missingIncidents).toHaveLength(1);
  expect(await counts(2026)).toMatchObject({ Header: 2, Episodes: 1 });
});

describe('what is recorded after an import', () => {
  test('ends an episode that an imported year left open, and goes on from it', async () => {
    await load(2024, [headerFile('A1'), episodesFile(['A1', '01/05/2023'])]);
    const { data } = await world.ask<{ children: { edges: { node: { id: string } }[] } }>(
      analyst,
      '{ children { edges { node { id } } } }',
    );
    const child = data.children.edges[0]?.node.id ?? '';
    const moved = await care.send(socialWorker, 'changePlacement', {
      childId: child,
      changedOn: '2026-08-03',
      placement: aFosterHome,
      isSameCarer: false,
      reason: 'CARPL',
      legalStatus: 'E1',
    });
    expect(moved).toMatchObject({ __typename: 'RecordCareSuccess', change: { collectionYears: [2027] } });
    const { episodes: history } = await care.history(child);
    expect(history.map((one) => [one.startedOn, one.endedOn, one.reasonStarted.code, one.legalStatus.code])).toEqual([
      ['2023-05-01', '2026-08-03', 'S', 'C2'],
      ['2026-08-03', null, 'B', 'E1'],
    ]);
    // What was imported stays as it came: the return of 2024 knows nothing of 2026.
    expect(await held(2024)).toEqual(['A1,01/05/2023,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,1234567']);
    expect(await counts(2027)).toEqual({});
  });

  test('is in every imported year that it lies in, so that absence ends nothing', async () => {
    await load(2026, [header('A1'), episodes('A1,10/05/2025,S,V2,N1,U6,PR1,,,,B2 2BB,B1 1AA,SC012345')]);
    const late = await care.takeIn('LATE1', '2025-02-01');
    expect((await care.history(late)).episodes).toMatchObject([{ startedOn: '2025-02-01', endedOn: null }]);
    expect(await held(2026)).toHaveLength(2);
    expect(await counts(2026)).toEqual({ Header: 2, Episodes: 2 });
  });
});
