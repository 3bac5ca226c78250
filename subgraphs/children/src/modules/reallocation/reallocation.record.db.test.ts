import { afterAll, beforeAll, expect, test } from 'vitest';
import { CareRecorder } from '../../testing/recording-care.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, socialWorker } from '../../testing/staff.ts';

let world: SafeguardsWorld;
let care: CareRecorder;
let children: string[];
beforeAll(async () => {
  world = await startSafeguards();
  care = new CareRecorder(world);
  children = [await care.takeIn('LEAD1', '2026-05-01'), await care.takeIn('LEAD2', '2026-05-01')];
});
afterAll(() => world.close());

const REALLOCATE = `mutation ($input: ReallocateChildrenInput!) { reallocateChildren(input: $input) { __typename
  ... on ReallocateChildrenSuccess { children { id leadProfessional { id } } }
  ... on RecordInputError { field message } ... on HistoryChangedError { historyVersion child { id } } } }`;
const handOver = { note: 'Likes to walk while talking.', childTold: { value: true }, childIntroduced: { value: true } };

async function moves(to: readonly string[]): Promise<Record<string, unknown>[]> {
  const based = await Promise.all(children.map((childId) => care.version(childId)));
  return children.map((childId, index) => ({ childId, basedOn: based[index], workerId: to[index], handOver }));
}
const reallocate = async (input: object): Promise<unknown> =>
  (
    await world.ask<{ reallocateChildren: unknown }>(socialWorker, REALLOCATE, {
      input: { from: '2026-11-01', reason: 'LEFTRL', ...input },
    })
  ).data.reallocateChildren;
const leads = async (): Promise<(string | undefined)[]> =>
  Promise.all(
    children.map(
      async (id) => (await care.history(id)).socialWorkerEpisodes.findLast(({ endedOn }) => !endedOn)?.worker.id,
    ),
  );

test('one that cannot be recorded keeps all the others out', async () => {
  const [first, second] = await moves(['SW0000002', 'no number']);
  expect(await reallocate({ key: 'plan', moves: [first, second] })).toMatchObject({
    __typename: 'RecordInputError',
    field: 'moves.1.workerId',
  });
  expect(await reallocate({ key: 'plan', moves: [first, { ...second, workerId: 'SW0000003', basedOn: '0' }] })).toEqual(
    {
      __typename: 'HistoryChangedError',
      historyVersion: second?.['basedOn'],
      child: { id: children[1] },
    },
  );
  expect(await reallocate({ key: 'plan', reason: 'none', moves: [first] })).toMatchObject({ field: 'reason' });
  expect(await reallocate({ key: 'plan', moves: [first, first] })).toMatchObject({ field: 'moves.1.childId' });
  expect(await reallocate({ key: 'plan', moves: [] })).toMatchObject({ field: 'moves' });
  expect(await leads()).toEqual(['SW0000001', 'SW0000001']);
  expect((await care.history(children[0] ?? '')).handOvers).toEqual([]);
});

test('what was rolled back is not told to the audit', async () => {
  const [first, second] = await moves(['SW0000002', 'no number']);
  const { touched } = await world.ask(socialWorker, REALLOCATE, {
    input: { from: '2026-11-01', reason: 'LEFTRL', key: 'audit', moves: [first, second] },
  });
  expect(touched.changes).toEqual([]);
});

test('all are recorded together, with how each was handed over; the same again records nothing', async () => {
  const input = { key: 'plan', moves: await moves(['SW0000002', 'SW0000003']) };
  const recorded = {
    __typename: 'ReallocateChildrenSuccess',
    children: [
      { id: children[0], leadProfessional: { id: 'SW0000002' } },
      { id: children[1], leadProfessional: { id: 'SW0000003' } },
    ],
  };
  expect(await reallocate(input)).toEqual(recorded);
  expect(await reallocate(input)).toEqual(recorded);
  const history = await care.history(children[1] ?? '');
  expect(history.handOvers).toMatchObject([{ takenOverOn: '2026-11-01', from: { id: 'SW0000001' } }]);
  expect(history.returnChanges.filter(({ kind }) => kind === 'LEAD_PROFESSIONAL_CHANGED')).toHaveLength(1);
});

test('whoever records nothing of children is refused', async () => {
  const input = {
    key: 'refused',
    from: '2026-11-01',
    reason: 'LEFTRL',
    moves: await moves(['SW0000004', 'SW0000004']),
  };
  expect(await world.refusal(analyst, REALLOCATE, { input })).toBe('FORBIDDEN');
});
