import { UnavailableError } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sourcesOf } from '../../testing/caseload-sources.ts';
import { CareRecorder } from '../../testing/recording-care.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, foreignManager, practiceManager, reviewingOfficer, socialWorker } from '../../testing/staff.ts';
import type { RegistrationKnown, RegistrationsAsked } from '../caseload/caseload.sources.ts';

let world: SafeguardsWorld;
let care: CareRecorder;
/** What the workforce says: nothing, unless the test says so. */
let answers: (asked: RegistrationsAsked) => readonly RegistrationKnown[] = () => [];

const say =
  (status: RegistrationKnown['status']) =>
  ({ workerIds }: RegistrationsAsked): RegistrationKnown[] =>
    workerIds.filter((id) => id === 'SW0000002').map((workerId) => ({ workerId, status }));

const change = (childId: string, workerId = 'SW0000002') =>
  care.send(socialWorker, 'changeLeadProfessional', {
    childId,
    workerId,
    from: '2026-07-01',
    reason: 'LEFTRL',
    handOver: { note: 'Likes football.', childTold: { value: true }, childIntroduced: { value: true } },
  });

const LEADS = `{ _entities(representations: [{ __typename: "LocalAuthority", id: "E08000025" }]) {
  ... on LocalAuthority { unregisteredLeads { child { id } worker { id } since } } } }`;
const leads = async (viewer: typeof socialWorker) => {
  const { data } = await world.ask<{ _entities: [{ unregisteredLeads: unknown[] }] }>(viewer, LEADS);
  return data._entities[0].unregisteredLeads;
};

beforeAll(async () => {
  world = await startSafeguards(undefined, {
    ...sourcesOf(),
    findRegistrations: async (asked) => answers(asked),
  });
  care = new CareRecorder(world);
});
beforeEach(() => {
  answers = () => [];
});
afterAll(() => world?.close());

describe('a lead professional', () => {
  test.each(['LAPSED', 'SUSPENDED', 'REMOVED'] as const)('is nobody whose registration is %s', async (status) => {
    const child = await care.takeIn(`REFUSED${status}`, '2026-04-10');
    answers = say(status);
    expect(await change(child)).toMatchObject({ __typename: 'RecordInputError', field: 'workerId' });
  });

  test('is nobody whose registration was in force on the first day and has lapsed since, nor the other way round', async () => {
    const child = await care.takeIn('SINCE1', '2026-04-10');
    answers = (asked) => say(asked.on === '2026-07-01' ? 'REGISTERED' : 'LAPSED')(asked);
    expect(await change(child)).toMatchObject({ __typename: 'RecordInputError' });
    answers = (asked) => say(asked.on === '2026-07-01' ? 'LAPSED' : 'REGISTERED')(asked);
    expect(await change(child)).toMatchObject({ __typename: 'RecordInputError' });
  });

  test('can be somebody who is registered, or of whom the workforce knows nothing', async () => {
    const [one, other] = [await care.takeIn('KNOWN1', '2026-04-10'), await care.takeIn('KNOWN2', '2026-04-10')];
    answers = say('REGISTERED');
    expect(await change(one)).toMatchObject({ __typename: 'RecordCareSuccess' });
    expect(await change(other, 'SW0000009')).toMatchObject({ __typename: 'RecordCareSuccess' });
  });

  test('is recorded when the workforce does not answer, and told of once it does', async () => {
    const child = await care.takeIn('SILENT1', '2026-04-10');
    answers = () => {
      throw new UnavailableError('The service workforce does not answer.');
    };
    expect(await change(child)).toMatchObject({ __typename: 'RecordCareSuccess' });
    answers = say('LAPSED');
    const told = { child: { id: child }, worker: { id: 'SW0000002' }, since: '2026-07-01' };
    expect(await leads(analyst)).toContainEqual(told);
    for (const viewer of [foreignManager, reviewingOfficer, practiceManager]) {
      expect(await leads(viewer)).not.toContainEqual(told);
    }
    answers = say('REGISTERED');
    expect(await leads(analyst)).toEqual([]);
  });
});

test('nobody is taken into care with a lead professional whose registration has lapsed', async () => {
  answers = ({ workerIds }) => workerIds.map((workerId) => ({ workerId, status: 'LAPSED' }));
  await expect(care.takeIn('TAKEN1', '2026-04-10')).rejects.toThrow('registration has lapsed');
});
