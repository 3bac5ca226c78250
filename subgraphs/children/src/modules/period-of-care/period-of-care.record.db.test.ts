import { afterAll, beforeAll, expect, test } from 'vitest';
import { aFosterHome, CareRecorder } from '../../testing/recording-care.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { manager, socialWorker } from '../../testing/staff.ts';

let world: SafeguardsWorld;
let care: CareRecorder;
beforeAll(async () => {
  world = await startSafeguards();
  care = new CareRecorder(world);
});
afterAll(() => world?.close());

test('a life in care is recorded step by step, and the history follows', async () => {
  const child = await care.takeIn('LIFE1', '2026-04-10');
  await care.send(socialWorker, 'changeLegalStatus', { childId: child, changedOn: '2026-05-01', legalStatus: 'C1' });
  const moved = await care.send(manager, 'changePlacement', {
    childId: child,
    changedOn: '2026-06-15',
    placement: { ...aFosterHome, type: 'U4', urn: 'SC054321', postcode: 'B3 3CC', homePostcode: null },
    isSameCarer: false,
    reason: 'CARPL',
  });
  expect(moved).toMatchObject({ __typename: 'RecordCareSuccess', change: { collectionYears: [2027] }, warnings: [] });
  await care.send(socialWorker, 'changeLeadProfessional', {
    childId: child,
    workerId: 'SW0000002',
    from: '2026-07-01',
    reason: 'LEFTRL',
    handOver: { note: 'Likes football.', childTold: { value: true }, childIntroduced: { value: true } },
  });
  await care.send(socialWorker, 'recordMissing', { childId: child, kind: 'M', startedOn: '2026-08-01' });
  await care.send(socialWorker, 'recordMissing', {
    childId: child,
    kind: 'M',
    startedOn: '2026-08-01',
    endedOn: '2026-08-02',
  });
  await care.send(socialWorker, 'endCare', { childId: child, endedOn: '2026-09-01', reason: 'E4A' });

  const history = await care.history(child);
  expect(
    history.episodes.map((one) => [one.startedOn, one.endedOn, one.reasonStarted.code, one.reasonEnded?.code]),
  ).toEqual([
    ['2026-04-10', '2026-05-01', 'S', 'X1'],
    ['2026-05-01', '2026-06-15', 'L', 'X1'],
    ['2026-06-15', '2026-09-01', 'P', 'E4A'],
  ]);
  expect(history.periodsOfCare).toEqual([{ startedOn: '2026-04-10', endedOn: '2026-09-01' }]);
  expect(history.placements).toMatchObject([
    { startedOn: '2026-04-10', match: { distance: { value: false }, religion: { notKnown: 'NOT_ASKED' } } },
    { startedOn: '2026-06-15', endedOn: '2026-09-01' },
  ]);
  expect(history.socialWorkerEpisodes).toMatchObject([
    { worker: { id: 'SW0000001' }, endedOn: '2026-07-01' },
    { worker: { id: 'SW0000002' }, endedOn: null },
  ]);
  expect(history.missingIncidents).toEqual([{ startedOn: '2026-08-01', endedOn: '2026-08-02', kind: { code: 'M' } }]);
  expect(history.handOvers).toEqual([
    { takenOverOn: '2026-07-01', from: { id: 'SW0000001' }, to: { id: 'SW0000002' } },
  ]);
  expect(history.returnChanges).toHaveLength(7);
});
