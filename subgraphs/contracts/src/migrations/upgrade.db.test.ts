import { delegatedFunctions } from '@mainstay/primitives';
import { openDatabase, readOutbox } from '@mainstay/subgraph-kit';
import { startTestDatabase, TEST_CLOCK, TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import { expect, test } from 'vitest';
import { entities } from '../database.ts';
import type { AllocationEvent } from '../modules/allocation/allocation.entity.ts';
import { BIRMINGHAM, child } from '../testing/contracts-world.ts';
import { migrations } from './index.ts';

const BEFORE = `
  INSERT INTO local_authority (la_code, dfe_code, name, kind, region_code, region_name)
  VALUES ('${BIRMINGHAM}', '330', 'Birmingham', 'Metropolitan District', 'E12000005', 'West Midlands');
  INSERT INTO practice (id, name, governance, founded_on) VALUES ('harbour', 'Harbour', 'IN_HOUSE', '2019-06-01');
  INSERT INTO contract (la_code, id, practice_id, starts_on, ends_on, agreed_children, agreed_children_tolerance)
  VALUES ('${BIRMINGHAM}', 'ending', 'harbour', '2023-04-01', '2024-03-31', 1, 0),
         ('${BIRMINGHAM}', 'lasting', 'harbour', '2024-04-01', NULL, 1, 0);
  INSERT INTO allocation (la_code, id, child_id, contract_id, started_on, ended_on)
  VALUES ('${BIRMINGHAM}', '${BIRMINGHAM}.a', '${child(BIRMINGHAM, 1)}', 'ending', '2023-05-01', NULL),
         ('${BIRMINGHAM}', '${BIRMINGHAM}.b', '${child(BIRMINGHAM, 1)}', 'lasting', '2024-05-01', NULL),
         ('${BIRMINGHAM}', '${BIRMINGHAM}.c', '${child(BIRMINGHAM, 2)}', 'lasting', '2024-05-01', '2024-12-24');`;

test('a database with allocations is brought up: nothing is lost, all is delegated, every allocation is told again', async () => {
  const old = await startTestDatabase('contracts', { entities: [], migrations: migrations.slice(0, 3) });
  try {
    await old.owner((db) => db.query(BEFORE));
    const told = (await old.service((db) => readOutbox(db, 0))).at(-1)?.position ?? 0;
    const parts = { name: 'contracts' as const, url: old.url, secret: TEST_SECRET, clock: TEST_CLOCK };
    const database = await openDatabase({ ...parts, entities, migrations });
    try {
      expect(await database.schemaDrift()).toEqual([]);
      const events = await database.service((db) => readOutbox(db, told));
      const functions = [...delegatedFunctions];
      expect(events.map((event) => event.payload as AllocationEvent)).toMatchObject([
        { id: `${BIRMINGHAM}.a`, endedOn: '2024-03-31', endsAt: '2024-03-31T23:00:00.000Z', functions },
        { id: `${BIRMINGHAM}.b`, endedOn: null, endsAt: null, functions },
        { id: `${BIRMINGHAM}.c`, endedOn: '2024-12-24', endsAt: '2024-12-25T00:00:00.000Z', functions },
      ]);
    } finally {
      await database.close();
    }
  } finally {
    await old.close();
  }
});
