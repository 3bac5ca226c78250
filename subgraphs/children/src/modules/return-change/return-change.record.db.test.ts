import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { delegatedFunctions } from '@mainstay/primitives';
import { aFosterHome, aKey, aNewChild, CareRecorder } from '../../testing/recording-care.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import {
  analyst,
  commissioner,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  practiceManager,
  reviewingOfficer,
  socialWorker,
  worker,
} from '../../testing/staff.ts';

let world: SafeguardsWorld;
let care: CareRecorder;
let child: string;
let withPractice: string;
let partly: string;

const allocate = (id: string, functions: readonly string[]) =>
  world.database.owner((db) =>
    db.query(
      `INSERT INTO allocation (la_code, child_id, id, started_on, ended_on, practice_id, contract_id, ends_at, functions)
       VALUES ('E08000025', $1, $1 || '.a', '2026-05-01', NULL, 'harbour-practice', 'harbour-2026', NULL, $2)`,
      [id, functions],
    ),
  );

beforeAll(async () => {
  world = await startSafeguards();
  care = new CareRecorder(world);
  child = await care.takeIn('HOME1', '2026-04-10');
  withPractice = await care.takeIn('HARBOUR1', '2026-04-10');
  partly = await care.takeIn('HARBOUR2', '2026-04-10');
  await allocate(withPractice, delegatedFunctions);
  await allocate(partly, ['PLACEMENT']);
});
afterAll(() => world?.close());

const move = (id: string, changedOn: string, parts: object = {}) => ({
  childId: id,
  changedOn,
  placement: aFosterHome,
  isSameCarer: false,
  reason: 'CARPL',
  ...parts,
});

describe('two people', () => {
  test('who record on the same version at once: one is recorded, the other is told', async () => {
    const id = await care.takeIn('TWO1', '2026-04-10');
    const basedOn = await care.version(id);
    const answers = await Promise.all([
      care.send(socialWorker, 'changePlacement', { ...move(id, '2026-06-01'), basedOn }),
      care.send(manager, 'changeLegalStatus', { childId: id, basedOn, changedOn: '2026-07-01', legalStatus: 'C1' }),
    ]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'HistoryChangedError',
      'RecordCareSuccess',
    ]);
    const told = answers.find(({ __typename }) => __typename === 'HistoryChangedError');
    expect(told?.historyVersion).toBe(await care.version(id));
    expect((await care.history(id)).episodes).toHaveLength(2);
  });

  test('who take in two children at once do so, one after the other', async () => {
    await Promise.all([care.takeIn('AT1', '2026-04-10'), care.takeIn('AT2', '2026-04-11')]);
    const [rows] = await world.database.owner((db) =>
      db.query<{ places: number; rows: number }>(
        `SELECT count(DISTINCT position)::int AS places, count(*)::int AS rows FROM return_row
         WHERE table_name = 'Header' AND superseded_at IS NULL`,
      ),
    );
    expect(rows?.places).toBe(rows?.rows);
  });

  test('the same entry sent twice at once is recorded once', async () => {
    const id = await care.takeIn('TWICE1', '2026-04-10');
    const sent = { ...move(id, '2026-06-01'), basedOn: await care.version(id), key: aKey() };
    const answers = await Promise.all([1, 2].map(() => care.send(socialWorker, 'changePlacement', sent)));
    expect(new Set(answers.map(({ change }) => change?.id)).size).toBe(1);
    expect((await care.history(id)).episodes).toHaveLength(2);
    expect((await care.history(id)).placements.filter(({ match }) => match)).toHaveLength(2);
  });
});

describe('who may record', () => {
  const day = '2026-06-01';
  test.each([
    ['a social worker of the authority', socialWorker, () => child],
    ['a manager of the authority', manager, () => child],
    ['a worker of the practice', worker, () => withPractice],
    ['a manager of the practice', practiceManager, () => withPractice],
    ['a worker of a practice that places, and knows no episodes', worker, () => partly],
  ])('a placement: %s', async (_, viewer, of) => {
    const last = (await care.history(of(), manager)).episodes.at(-1)?.startedOn ?? day;
    const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
    expect(await care.send(viewer, 'changePlacement', move(of(), next))).toMatchObject({
      __typename: 'RecordCareSuccess',
    });
  });

  test.each([
    ['an analyst', analyst, () => child, 'FORBIDDEN'],
    ['a commissioner', commissioner, () => child, 'FORBIDDEN'],
    ['a reviewing officer', reviewingOfficer, () => child, 'FORBIDDEN'],
    ['an inspector', inspectorOfBirmingham, () => child, 'FORBIDDEN'],
    ['a machine', integrator, () => child, 'FORBIDDEN'],
    ['another authority', foreignManager, () => child, 'NOT_FOUND'],
    ['a practice the child is not with', worker, () => child, 'NOT_FOUND'],
  ])('not a placement: %s', async (_, viewer, of, code) => {
    const input = { key: aKey(), basedOn: '0', ...move(of(), day) };
    const MOVE = 'mutation ($input: ChangePlacementInput!) { changePlacement(input: $input) { __typename } }';
    expect(await world.refusal(viewer, MOVE, { input })).toBe(code);
  });

  test('a practice that only places changes no status, not by the way either', async () => {
    const basedOn = await care.version(partly);
    const STATUS = 'mutation ($input: ChangeLegalStatusInput!) { changeLegalStatus(input: $input) { __typename } }';
    const MOVE = 'mutation ($input: ChangePlacementInput!) { changePlacement(input: $input) { __typename } }';
    const status = { childId: partly, basedOn, key: aKey(), changedOn: '2026-10-01', legalStatus: 'C2' };
    const both = { ...move(partly, '2026-10-01', { legalStatus: 'C2' }), basedOn, key: aKey() };
    expect(await world.refusal(worker, STATUS, { input: status })).toBe('FORBIDDEN');
    expect(await world.refusal(worker, MOVE, { input: both })).toBe('FORBIDDEN');
  });

  test('the authority alone takes children in, and its analysts and managers correct rows', async () => {
    const START = 'mutation ($input: StartCareInput!) { startCare(input: $input) { __typename } }';
    const start = {
      key: aKey(),
      newChild: aNewChild('NOBODY'),
      startedOn: day,
      legalStatus: 'V2',
      categoryOfNeed: 'N1',
      placement: aFosterHome,
    };
    expect(await world.refusal(practiceManager, START, { input: start })).toBe('FORBIDDEN');
    const CORRECT = 'mutation ($input: CorrectReturnRowInput!) { correctReturnRow(input: $input) { __typename } }';
    const input = { childId: child, basedOn: '0', key: aKey(), year: 2027, table: 'Header', reason: 'None.' };
    expect(await world.refusal(socialWorker, CORRECT, { input })).toBe('FORBIDDEN');
    expect(await world.refusal(foreignManager, CORRECT, { input })).toBe('NOT_FOUND');
  });

  test('row-level security refuses a change in another’s name, or of a part that is not delegated', async () => {
    const adding =
      (by: string, part: string, kind = 'PLACEMENT_CHANGED', of = partly) =>
      async () =>
        world.database.write(await world.related(worker), (db) =>
          db.query(
            `INSERT INTO return_change (la_code, child_id, id, kind, part, collection_years, recorded_by, recorded_at, entry_key)
           VALUES ('E08000025', $1, $1 || '.x', $2, $3, '{2027}', $4, now(), $5)`,
            [of, kind, part, by, aKey()],
          ),
        );
    await expect(adding('somebody', 'PLACEMENTS')()).rejects.toThrow('row-level security');
    await expect(adding('worker', 'LEGAL_STATUSES')()).rejects.toThrow('row-level security');
    await expect(adding('worker', 'EPISODES', 'CARE_STARTED', withPractice)()).rejects.toThrow('row-level security');
    await expect(adding('worker', 'PLACEMENTS', 'PLACEMENT_CHANGED', child)()).rejects.toThrow('row-level security');
    await adding('worker', 'PLACEMENTS')();
  });

  test('nobody who records reads or writes the rows of returns themselves', async () => {
    for (const viewer of [socialWorker, worker]) {
      const related = await world.related(viewer);
      const rows = world.database.read(related, (db) => db.query('SELECT 1 FROM return_row')).catch(() => []);
      expect(await rows).toEqual([]);
    }
  });
});

describe('a history that cannot be is refused, and nothing is recorded', () => {
  let id: string;
  beforeAll(async () => {
    id = await care.takeIn('CANNOT1', '2026-04-10');
    await care.send(socialWorker, 'changePlacement', move(id, '2026-06-01'));
  });

  test.each<[string, object, string, string]>([
    ['changePlacement', { ...move('', '2026-05-01') }, 'changedOn', 'an overlap: before the present episode'],
    ['changePlacement', { ...move('', '2026-06-01') }, 'changedOn', 'two episodes on one day'],
    ['changePlacement', { ...move('', '2099-06-01') }, 'changedOn', 'the future'],
    ['changePlacement', { ...move('', '2010-06-01') }, 'changedOn', 'before birth'],
    ['changePlacement', { ...move('', '2026-07-01'), reason: 'NONE' }, 'reason', 'no such code'],
    [
      'changePlacement',
      { ...move('', '2026-07-01'), placement: { ...aFosterHome, postcode: 'NOWHERE' } },
      'placement.postcode',
      'no postcode',
    ],
    [
      'changePlacement',
      { ...move('', '2026-07-01'), placement: { ...aFosterHome, match: null } },
      'placement.match',
      'a move without its match',
    ],
    ['changeLegalStatus', { changedOn: '2026-07-01', legalStatus: 'V2' }, 'legalStatus', 'the status that is'],
    ['endCare', { endedOn: '2026-06-01', reason: 'E4A' }, 'endedOn', 'an end on the first day'],
    ['endCare', { endedOn: '2026-07-01', reason: 'X1' }, 'reason', 'a reason to stay'],
    ['recordMissing', { kind: 'M', startedOn: '2026-07-02', endedOn: '2026-07-01' }, 'endedOn', 'back before gone'],
    [
      'startCare',
      { startedOn: '2026-07-01', legalStatus: 'V2', categoryOfNeed: 'N1', placement: aFosterHome },
      'startedOn',
      'in care already',
    ],
    [
      'changeLeadProfessional',
      {
        workerId: 'SW0000001',
        from: '2026-07-01',
        reason: 'MANAGE',
        handOver: { note: 'None.', childTold: { value: true }, childIntroduced: { value: true } },
      },
      'workerId',
      'the worker who is',
    ],
  ])('%s %#: %s', async (mutation, input, field) => {
    const version = await care.version(id);
    expect(await care.send(manager, mutation, { ...input, childId: id })).toMatchObject({
      __typename: 'RecordInputError',
      field,
    });
    expect(await care.version(id)).toBe(version);
  });

  test.each([
    ['before birth', { column: 'REVIEW', value: '2010-01-01' }, 'cells.REVIEW'],
    ['after the year of the return', { column: 'REVIEW', value: '2027-04-01' }, 'cells.REVIEW'],
    ['on no day', { column: 'REVIEW', value: '31/02/2026' }, 'cells.REVIEW'],
  ])('a review %s', async (_, cell, field) => {
    const answer = await care.send(analyst, 'correctReturnRow', {
      childId: id,
      year: 2027,
      table: 'Reviews',
      cells: [{ column: 'DOB', value: '2014-05-06' }, { column: 'REVIEW_CODE', value: 'PN1' }, cell],
      reason: 'It was forgotten.',
    });
    expect(answer).toMatchObject({ __typename: 'RecordInputError', field });
    expect(answer.message).not.toContain(cell.value);
  });

  test('an episode that leaves a gap, by a correction', async () => {
    const { data } = await world.ask<{ child: { returnRows: { id: string; table: string }[] } }>(
      analyst,
      'query ($id: ID!) { child(id: $id) { returnRows(year: 2027) { id table } } }',
      { id },
    );
    const [first] = data.child.returnRows.filter(({ table }) => table === 'Episodes');
    const correct = (value: string) =>
      care.send(analyst, 'correctReturnRow', {
        childId: id,
        year: 2027,
        table: 'Episodes',
        rowId: first?.id,
        cells: [{ column: 'DEC', value }],
        reason: 'Another day.',
      });
    expect(await correct('2026-05-20')).toMatchObject({ __typename: 'RecordInputError', field: 'cells.DECOM' });
    expect(await correct('2026-06-20')).toMatchObject({ __typename: 'RecordInputError', field: 'cells.DEC' });
    expect(await correct('')).toMatchObject({ __typename: 'RecordInputError', field: 'cells.DEC' });
  });

  test('a child whose number is taken', async () => {
    expect(
      await care.send(socialWorker, 'startCare', {
        newChild: aNewChild('CANNOT1'),
        startedOn: '2026-07-01',
        legalStatus: 'V2',
        categoryOfNeed: 'N1',
        placement: aFosterHome,
      }),
    ).toMatchObject({ __typename: 'RecordInputError', field: 'newChild.localId' });
  });
});

test('rules that are broken by a change are told, and it is recorded', async () => {
  const id = await care.takeIn('WARN1', '2026-04-10');
  const answer = await care.send(
    socialWorker,
    'changePlacement',
    move(id, '2026-06-01', { placement: { ...aFosterHome, type: 'K2', provider: null, urn: null } }),
  );
  expect(answer.__typename).toBe('RecordCareSuccess');
  expect(answer.warnings?.length).toBeGreaterThan(0);
  expect(answer.warnings?.every(({ collectionYear }) => collectionYear === 2027)).toBe(true);
});

test('a child who left comes back, and a status that changes on the day of a move is one episode', async () => {
  const id = await care.takeIn('BACK1', '2026-04-10');
  await care.send(socialWorker, 'endCare', { childId: id, endedOn: '2026-05-01', reason: 'E4A' });
  await care.send(socialWorker, 'startCare', {
    childId: id,
    startedOn: '2026-06-01',
    legalStatus: 'V2',
    categoryOfNeed: 'N1',
    placement: aFosterHome,
  });
  await care.send(socialWorker, 'changePlacement', move(id, '2026-07-01', { isSameCarer: true }));
  await care.send(manager, 'changeLegalStatus', { childId: id, changedOn: '2026-07-01', legalStatus: 'C1' });
  const { episodes, periodsOfCare } = await care.history(id);
  expect(episodes.map((one) => [one.startedOn, one.reasonStarted.code, one.legalStatus.code])).toEqual([
    ['2026-04-10', 'S', 'V2'],
    ['2026-06-01', 'S', 'V2'],
    ['2026-07-01', 'U', 'C1'],
  ]);
  expect(periodsOfCare).toHaveLength(2);
});

test('what was known when stays answerable', async () => {
  world.at('2026-12-01T10:00:00Z');
  const id = await care.takeIn('KNOWN1', '2026-04-10');
  world.at('2026-12-05T10:00:00Z');
  await care.send(socialWorker, 'changePlacement', move(id, '2026-06-01'));
  await care.send(socialWorker, 'changeLegalStatus', { childId: id, changedOn: '2026-07-01', legalStatus: 'C1' });
  const KNOWN = `query ($id: ID!, $at: DateTime!) { child(id: $id) {
    placements(knownAt: $at) { startedOn endedOn distanceFromHomeMiles }
    legalStatuses(knownAt: $at) { legalStatus { code } endedOn }
    socialWorkerEpisodes(knownAt: $at) { id worker { id } }
    reviews(knownAt: $at) { heldOn }
  } }`;
  const known = async (at: string, viewer = socialWorker) =>
    (await world.ask<{ child: Record<string, unknown[]> | null }>(viewer, KNOWN, { id, at })).data.child;
  expect(await known('2026-10-01T00:00:00Z')).toEqual({
    placements: [],
    legalStatuses: [],
    socialWorkerEpisodes: [],
    reviews: [],
  });
  expect(await known('2026-12-02T00:00:00Z')).toMatchObject({
    placements: [{ startedOn: '2026-04-10', endedOn: null }],
    legalStatuses: [{ legalStatus: { code: 'V2' }, endedOn: null }],
    socialWorkerEpisodes: [{ worker: { id: 'SW0000001' } }],
  });
  const now = await known('2026-12-06T00:00:00Z');
  expect(now).toMatchObject({
    placements: [{ endedOn: '2026-06-01' }, { startedOn: '2026-06-01' }],
    legalStatuses: [{ endedOn: '2026-07-01' }, { legalStatus: { code: 'C1' } }],
  });
  expect(await known('2026-12-06T00:00:00Z', foreignManager)).toBeNull();
});
