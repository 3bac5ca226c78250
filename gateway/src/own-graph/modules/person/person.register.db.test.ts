import { matchCode } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movableClock } from '../../../testing/movable-clock.ts';
import { entities, migrations } from '../../index.ts';
import { PersonRegister } from './person.register.ts';
import { findPeople, findPeopleOfAuthority } from './person.repository.ts';

const [birmingham, sandwell] = ['E08000025', 'E08000028'];
const secret = 'a secret of thirty-two characters or more';
const clock = movableClock(new Date('2026-11-22T09:00:00Z'));
let database: TestDatabase;
let register: PersonRegister;
beforeAll(async () => {
  database = await startTestDatabase('gateway', { entities, migrations, clock });
  register = new PersonRegister({ database, secret, clock });
  const worker = { role: 'swp-worker', practice: 'harbour-practice' } as const;
  await register.seen({ ...worker, sub: 'w1', name: 'Dara Lane' }, [birmingham, sandwell]);
  await register.seen(
    { sub: 'a1', role: 'la-analyst', la: birmingham, family_name: 'O’Neill', address: { postal_code: 'b1 1aa' } },
    [birmingham],
  );
});
afterAll(async () => database.close());

const idsOf = async (viewer: ReturnType<typeof aViewer>, laCode: string) => {
  const found = await database.read(viewer, (db) => findPeopleOfAuthority(db, { laCode, role: null, most: 10 }));
  return found.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1));
};

describe('the register of people', () => {
  it('knows somebody with each authority they work for', async () => {
    expect(await idsOf(aViewer(), birmingham)).toEqual(['a1', 'w1']);
    expect(await idsOf(aViewer({ laCodes: [sandwell] }), sandwell)).toEqual(['w1']);
  });

  it('shows nobody to others, whatever the code around it asks', async () => {
    expect(await idsOf(aViewer({ laCodes: [sandwell] }), birmingham)).toEqual([]);
    expect(await idsOf(aViewer({ role: 'integrator', scopes: ['children'] }), birmingham)).toEqual([]);
    const stranger = aViewer({ role: 'swp-manager', audience: 'practice', laCodes: [], practiceId: 'oak' });
    expect(await database.read(stranger, (db) => findPeople(db, ['w1', 'a1']))).toEqual([]);
    const colleague = { ...stranger, practiceId: 'harbour-practice' };
    expect(await database.read(colleague, (db) => findPeople(db, ['w1', 'a1']))).toHaveLength(2);
  });

  it('keeps no family name and no postcode, only codes that nobody reads but the platform', async () => {
    const rows = await database.service((db) => db.query('SELECT * FROM person_match WHERE person_id = $1', ['a1']));
    expect(rows).toEqual([
      {
        person_id: 'a1',
        family_name_code: matchCode(secret, 'family-name', 'oneill'),
        postcode_code: matchCode(secret, 'postcode', 'B1 1AA'),
      },
    ]);
    const reading = database.read(aViewer({ role: 'la-manager' }), (db) => db.query('SELECT * FROM person_match'));
    await expect(reading).rejects.toThrow('permission denied');
  });

  it('is written once a minute at most, and keeps what is not told again', async () => {
    const seenAt = async () => (await database.service((db) => findPeople(db, ['a1'])))[0]?.lastSeenAt?.toISOString();
    const first = await seenAt();
    clock.move(59_000);
    await register.seen({ sub: 'a1', role: 'la-analyst', la: birmingham }, [birmingham]);
    expect(await seenAt()).toBe(first);
    clock.move(1_000);
    await register.seen({ sub: 'a1', role: 'la-analyst', la: birmingham }, [birmingham]);
    expect(await seenAt()).not.toBe(first);
    const matches = await database.service((db) => db.query('SELECT * FROM person_match WHERE person_id = $1', ['a1']));
    expect(matches).toMatchObject([{ family_name_code: expect.any(String) }]);
  });

  it('knows people who never came, and takes down when they do', async () => {
    const officer = { sub: 'o1', role: 'la-iro', la: sandwell, name: 'Gwen Ashe' } as const;
    const row = async () => (await database.service((db) => findPeople(db, ['o1'])))[0];
    await register.introduce([officer], sandwell);
    expect(await row()).toMatchObject({ name: 'Gwen Ashe', role: 'la-iro', firstSeenAt: null, lastSeenAt: null });
    await register.seen(officer, [sandwell]);
    await register.introduce([officer], sandwell);
    expect(await row()).toMatchObject({ firstSeenAt: clock.now(), lastSeenAt: clock.now() });
  });
});
