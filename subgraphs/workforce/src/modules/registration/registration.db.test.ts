import type { Caller, Database, Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registrationFactsRoute, type RegistrationFact } from './registration.internal.ts';
import {
  birmingham,
  BIRMINGHAM,
  graphOver,
  harbour,
  harbourWorker,
  oak,
  sandwell,
  SANDWELL,
  startWorkforce,
} from '../../testing/workforce-world.ts';

const manager: Viewer = { ...birmingham, role: 'la-manager', subject: 'manager' };
const practiceManager: Viewer = { ...harbour, subject: 'practice-manager' };

let database: Database;
let ask: ReturnType<typeof graphOver>;
beforeAll(async () => {
  database = await startWorkforce();
  ask = graphOver(database);
});
afterAll(() => database.close());

const RECORD = `mutation ($input: RecordRegistrationInput!) { recordRegistration(input: $input) { __typename
  ... on RecordInputError { field } ... on RecordChangedError { recorded { version } }
  ... on RecordRegistrationSuccess { registration { number status daysLeft recorded { version reason } } } } }`;
const input = (workerId: string, parts: object = {}) => ({
  employer: { la: BIRMINGHAM },
  key: `registration ${workerId}`,
  workerId,
  status: 'REGISTERED',
  registeredOn: '2016-09-01',
  expiresOn: '2026-11-30',
  ...parts,
});
async function record(viewer: Viewer, sent: object): Promise<unknown> {
  const answer = await ask(viewer, RECORD, { input: sent });
  if (answer.errors) throw new Error(String(answer.errors[0]?.extensions?.['code']));
  return answer.data?.['recordRegistration'];
}
const ofHarbour = { employer: { la: BIRMINGHAM, practice: 'harbour' } };

describe('a registration', () => {
  test('is recorded once, renewed on the version that was seen, and known as renewed', async () => {
    const sent = input('SW000004', ofHarbour);
    const first = { number: 'SW000004', status: 'REGISTERED', daysLeft: 8, recorded: { version: 1, reason: null } };
    expect(await record(practiceManager, sent)).toMatchObject({ registration: first });
    expect(await record(practiceManager, sent)).toMatchObject({ registration: first });
    expect(await record(manager, input('SW000004'))).toMatchObject({ field: 'workerId' });
    const correcting = { version: 1, reason: 'Renewed.' };
    const renewal = input('SW000004', { expiresOn: '2027-11-30', correcting });
    expect(await record(manager, renewal)).toMatchObject({
      registration: { daysLeft: 373, recorded: { version: 2, reason: 'Renewed.' } },
    });
    expect(await record(practiceManager, { ...renewal, ...ofHarbour })).toMatchObject({
      __typename: 'RecordChangedError',
      recorded: { version: 2 },
    });
  });

  test.each([
    ['the practice, of somebody who was never its own', practiceManager, input('SW000001', ofHarbour), 'NOT_FOUND'],
    ['a worker of the practice', harbourWorker, input('SW000005', ofHarbour), 'FORBIDDEN'],
    ['an analyst', birmingham, input('SW000005'), 'FORBIDDEN'],
    ['another practice', oak, input('SW000005', ofHarbour), 'NOT_FOUND'],
  ])('is not recorded by %s', async (_, viewer, sent, code) => {
    await expect(record(viewer, sent)).rejects.toThrow(code);
  });

  test.each([
    ['a number that cannot be one', { workerId: 'STAFF-1' }, 'workerId'],
    ['a worker nobody has recorded', { workerId: 'SW999999' }, 'workerId'],
    ['a first day in the future', { registeredOn: '2026-12-01' }, 'registeredOn'],
    ['an end before the first day', { expiresOn: '2016-08-31' }, 'expiresOn'],
    ['a suspension before the first day', { status: 'SUSPENDED', statusSince: '2016-08-31' }, 'statusSince'],
    ['a day since which it is in force', { statusSince: '2020-01-01' }, 'statusSince'],
    ['no key', { key: '' }, 'key'],
  ])('is not recorded with %s', async (_, parts, field) => {
    expect(await record(manager, input('SW000005', parts))).toMatchObject({ __typename: 'RecordInputError', field });
  });

  test('is guarded by row-level security alone, too', async () => {
    const update = database.write(practiceManager, (db) =>
      db.query(`UPDATE registration SET superseded_at = now() WHERE worker_id = 'SW000001' RETURNING id`),
    );
    expect(await update).toEqual([]);
    const adding = database.write(practiceManager, (db) =>
      db.query(
        `INSERT INTO registration (la_code, id, version, recorded_by, recorded_at, is_withdrawn, reason, worker_id, status,
           registered_on, expires_on)
         VALUES ($1, $1 || '.registration-SW000001', 2, 'practice-manager', now(), false, 'none', 'SW000001', 'REGISTERED',
           '2020-01-01', '2030-01-01')`,
        [BIRMINGHAM],
      ),
    );
    await expect(adding).rejects.toThrow('row-level security');
  });
});

test('those that end soon, and those not in force, are told of those in post', async () => {
  const expiring = async (viewer: Viewer, within: number) => {
    const answer = await ask(
      viewer,
      `query ($of: [_Any!]!, $within: Int) { _entities(representations: $of) { ... on LocalAuthority {
        registrationsExpiring(within: $within) { worker { name } status } } } }`,
      { of: [{ __typename: 'LocalAuthority', id: BIRMINGHAM }], within },
    );
    if (answer.errors) throw new Error(String(answer.errors[0]?.extensions?.['code']));
    return ((answer.data?.['_entities'] ?? []) as [{ registrationsExpiring: object[] }])[0].registrationsExpiring;
  };
  const lapsed = { worker: { name: 'Ben' }, status: 'LAPSED' };
  // Cal's is suspended, and Cal has left.
  expect(await expiring(manager, 0)).toEqual([lapsed, { worker: { name: 'Ada' }, status: 'REGISTERED' }]);
  for (const viewer of [harbour, sandwell]) expect(await expiring(viewer, 90)).toEqual([]);
  await expect(expiring(manager, 401)).rejects.toThrow('BAD_USER_INPUT');
});

describe('the internal route registration-facts', () => {
  const facts = async (caller: Caller, params: Record<string, string>, sent: unknown) => {
    async function* body() {
      yield new TextEncoder().encode(JSON.stringify(sent));
    }
    return (await registrationFactsRoute(database)({ caller, params, body: body() })) as RegistrationFact[];
  };
  const platform: Caller = { kind: 'service', name: 'children', requestId: 'r' };
  const all = ['SW000001', 'SW000002', 'SW000003', 'SW000007', 'SW999999'];

  test('tells the platform where registrations stand on a day, in one authority’s record', async () => {
    const on = async (day: string, laCode = BIRMINGHAM) =>
      (await facts(platform, { laCode, on: day }, all))
        .toSorted((one, other) => one.workerId.localeCompare(other.workerId))
        .map(({ workerId, status }) => `${workerId} ${status}`);
    expect(await on('2026-11-22')).toEqual(['SW000001 REGISTERED', 'SW000002 LAPSED', 'SW000003 SUSPENDED']);
    expect(await on('2026-11-21')).toContain('SW000002 REGISTERED');
    expect(await on('2026-11-22', SANDWELL)).toEqual(['SW000007 REGISTERED']);
  });

  test('answers no viewer, and nothing that is not asked as it should be', async () => {
    const params = { laCode: BIRMINGHAM, on: '2026-11-22' };
    await expect(facts({ kind: 'viewer', viewer: manager }, params, all)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(facts(platform, { ...params, on: 'today' }, all)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(facts(platform, params, { all })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
