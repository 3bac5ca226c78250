import { systemClock } from '@mainstay/primitives';
import { silentLogger } from '@mainstay/subgraph-kit';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chainedHash, noHash } from './audit-canonical.ts';
import { readHeads, type AuditHead } from './audit-head.ts';
import { storedEventColumns, type StoredEvent } from './stored-event.ts';
import { asOwner, BIRMINGHAM, SANDWELL, startAuditWorld, type AuditWorld } from './testing/audit-world.ts';

let world: AuditWorld;
let alarms: string[];
const child = (number: number, la = BIRMINGHAM) => `${la}.child${number}`;
beforeEach(async () => {
  alarms = [];
  world = await startAuditWorld(systemClock, { ...silentLogger, error: (event) => alarms.push(event) });
  for (let round = 0; round < 3; round += 1) {
    await world.happened(
      { records: [child(1)] },
      { listed: [child(2), child(3)], lists: [{ name: 'children', size: 2 }] },
    );
  }
});
afterEach(() => world.close());

const eventAt = (sequence: number) =>
  `(SELECT event_id FROM audit_event_seal WHERE la_code = '${BIRMINGHAM}' AND sequence = ${sequence})`;

test('what nobody touched is intact, authority by authority', async () => {
  await world.happened({ records: [child(1), child(1, SANDWELL)] });
  const { isIntact, authorities } = await world.verifier.verify(null);
  expect(isIntact).toBe(true);
  expect(authorities.map(({ la, sealed, sequence }) => [la, sealed, sequence])).toEqual([
    ['platform', 0, 0],
    [BIRMINGHAM, 7, 7],
    [SANDWELL, 1, 1],
  ]);
});

describe('found, with its place', () => {
  test.each([
    ['the person of an event', `UPDATE audit_event SET subject = 'somebody else' WHERE id = ${eventAt(3)}`],
    [
      'its instant, by a microsecond',
      `UPDATE audit_event SET at = at + interval '1 microsecond' WHERE id = ${eventAt(3)}`,
    ],
    ['a child taken out of it', `UPDATE audit_event SET opened_ids = '{}' WHERE id = ${eventAt(3)}`],
    ['the space in a list', `UPDATE audit_event SET lists = '[ ]' WHERE id = ${eventAt(3)}`],
    ['its purpose', `UPDATE audit_event SET purpose = 'break-glass 1' WHERE id = ${eventAt(3)}`],
  ])('edited: %s', async (_what, statement) => {
    await world.tamper(statement);
    expect(await world.found()).toEqual(expect.arrayContaining(['not-written-by-the-platform 3', 'edited 3']));
  });

  test('edited: the transaction, and the seal', async () => {
    await world.tamper(`UPDATE audit_event SET transaction = 1 WHERE id = ${eventAt(2)}`);
    expect(await world.found()).toEqual(['edited 2']);
    await world.tamper(`UPDATE audit_event_seal SET hash = '${noHash}' WHERE sequence = 5`);
    expect(await world.found()).toEqual(expect.arrayContaining(['edited 2', 'edited 5', 'edited 6']));
  });

  test('removed: an event, and an event with its seal and its looks', async () => {
    await world.tamper(`DELETE FROM audit_event WHERE id = ${eventAt(4)}`);
    expect(await world.found()).toContain('removed 4');
    const event = eventAt(2);
    await world.tamper(
      `DELETE FROM audit_event_child WHERE event_id = ${event}`,
      `DELETE FROM audit_event WHERE id = ${event}`,
      'DELETE FROM audit_event_seal WHERE sequence = 2',
    );
    expect(await world.found()).toEqual(expect.arrayContaining(['removed 2', 'removed 4']));
  });

  test('moved: two events change places', async () => {
    await world.tamper(
      `UPDATE audit_event_seal SET event_id = CASE sequence WHEN 2 THEN ${eventAt(4)} ELSE ${eventAt(2)} END
      WHERE sequence IN (2, 4)`.replace(
        'UPDATE',
        'ALTER TABLE audit_event_seal DROP CONSTRAINT uq_audit_event_seal_event; UPDATE',
      ),
    );
    expect(await world.found()).toEqual(['edited 2', 'edited 4']);
  });

  test('slipped in: an event, sealed or not', async () => {
    await world.tamper(`INSERT INTO audit_event SELECT la_code, 'E08000025.false', at - interval '1 hour', kind, outcome, 'other',
      role, organisation, purpose, operation, document_hash, opened_ids, changed_ids, listed_ids, lists, changes, code,
      request_id, client, inspection_id, break_glass_id, key_id, mac, transaction FROM audit_event WHERE id = ${eventAt(1)}`);
    expect(await world.found()).toEqual(['not-written-by-the-platform null']);
    const event = eventAt(6);
    await world.tamper(
      `UPDATE audit_event SET at = at - interval '1 hour' WHERE id = ${event}`,
      "DELETE FROM audit_event WHERE id = 'E08000025.false'",
      'DELETE FROM audit_event_seal WHERE sequence = 6',
    );
    expect(await world.found()).toContain('not-written-by-the-platform null');
  });

  test('changed: who looked at a child', async () => {
    await world.tamper(
      `UPDATE audit_event_child SET subject = 'nobody' WHERE event_id = ${eventAt(1)}`,
      `DELETE FROM audit_event_child WHERE event_id = ${eventAt(2)} AND child_id = '${child(2)}'`,
    );
    expect(await world.found()).toEqual(['looks-changed 1', 'looks-changed 2']);
  });

  test('cut off: the newest events with everything the database knows of them', async () => {
    await world.tamper(
      `DELETE FROM audit_event_child WHERE event_id IN (SELECT event_id FROM audit_event_seal WHERE sequence > 4)`,
      `DELETE FROM audit_event WHERE id IN (SELECT event_id FROM audit_event_seal WHERE sequence > 4)`,
      'DELETE FROM audit_event_seal WHERE sequence > 4',
      'DELETE FROM audit_event_head WHERE sequence > 4',
    );
    expect(await world.found()).toEqual(['cut-off 5', 'removed 6']);
    // New events take the places of those cut off, which is noticed; the heads signed before still speak.
    expect(alarms).toEqual([]);
    await world.happened({ records: [child(8)] }, { records: [child(9)] });
    expect(alarms).toEqual(['audit was tampered with: verify it']);
    expect(await world.found()).toEqual(['recomputed 6']);
  });

  test('unguarded: the trigger that refuses changes, or row security, taken away', async () => {
    await asOwner(world.database, [
      'ALTER TABLE audit_event DISABLE TRIGGER refuse_changes',
      'ALTER TABLE audit_event_seal NO FORCE ROW LEVEL SECURITY',
    ]);
    expect(await world.found('')).toEqual(['unguarded null', 'unguarded null']);
  });

  test('cut off: all of it', async () => {
    await world.tamper('TRUNCATE audit_event, audit_event_seal, audit_event_head, audit_event_child');
    const { isIntact, authorities } = await world.verifier.verify(null);
    expect(isIntact).toBe(false);
    expect(authorities).toMatchObject([{ la: 'platform' }, { la: BIRMINGHAM, sealed: 0 }]);
    expect(await world.found()).toEqual(['cut-off 1', 'removed 2', 'removed 4', 'removed 6']);
  });
});

describe('somebody who knows how chains are made, but not the key', () => {
  test('makes another chain from an edited event on, and is found', async () => {
    await world.tamper(
      `UPDATE audit_event SET subject = 'somebody else' WHERE id = ${eventAt(2)}`,
      ...(await recomputed()),
    );
    expect(await world.found()).toEqual(expect.arrayContaining(['not-written-by-the-platform 2', 'recomputed 6']));
  });

  test('makes another chain without an event, and is found', async () => {
    await world.tamper(
      `DELETE FROM audit_event_child WHERE event_id = ${eventAt(6)}`,
      `DELETE FROM audit_event WHERE id = ${eventAt(6)}`,
      'DELETE FROM audit_event_head WHERE sequence > 1',
      ...(await recomputed(6)),
    );
    expect(await world.found()).toEqual(expect.arrayContaining(['cut-off 6']));
  });

  test('is found when the files of heads are gone, and when the heads are of their own making', async () => {
    writeFileSync(join(world.headsDir, `${BIRMINGHAM}.jsonl`), '');
    await world.tamper(`UPDATE audit_event SET subject = 'x' WHERE id = ${eventAt(2)}`, ...(await recomputed()));
    expect(await world.found()).toContain('recomputed 6');
    await world.tamper(
      'UPDATE audit_event_head SET hash = s.hash FROM audit_event_seal s WHERE s.sequence = audit_event_head.sequence',
    );
    expect(await world.found()).toContain('head-not-signed 6');
  });

  /** Statements that put a flawless chain over the events as they are. */
  async function recomputed(without = 0): Promise<string[]> {
    const events = await world.database.service((db) =>
      db.query<StoredEvent & { sequence: string }>(
        `SELECT s.sequence, ${storedEventColumns} FROM audit_event e JOIN audit_event_seal s ON s.event_id = e.id
         WHERE s.sequence <> $1 ORDER BY s.sequence`,
        [without],
      ),
    );
    let previous = noHash;
    const seals = events.map((stored, index) => {
      const event = Number(stored.sequence) === 2 && without === 0 ? { ...stored, subject: 'somebody else' } : stored;
      previous = chainedHash(previous, { laCode: BIRMINGHAM, sequence: index + 1 }, event);
      return `INSERT INTO audit_event_seal VALUES ('${BIRMINGHAM}', ${index + 1}, '${event.id}', '${previous}')`;
    });
    return ['DELETE FROM audit_event_seal', ...seals];
  }
});

test('heads that were kept elsewhere are compared by themselves', async () => {
  const heads: (AuditHead | null)[] = [];
  for await (const page of readHeads(world.headsDir, BIRMINGHAM, 2)) heads.push(...page);
  expect(heads.map((head) => head?.sequence)).toEqual([2, 4, 6]);
  const kept = heads.filter((head) => head !== null);
  expect(await world.verifier.compare(BIRMINGHAM, kept)).toEqual([]);
  const forged = kept.map((head) => ({ ...head, hash: 'f'.repeat(64) }));
  expect((await world.verifier.compare(BIRMINGHAM, forged)).map(({ kind }) => kind)).toEqual(
    Array.from({ length: 3 }, () => 'head-not-signed'),
  );
  expect(readFileSync(join(world.headsDir, `${BIRMINGHAM}.jsonl`), 'utf8')).not.toContain('demo:analyst');
});
