import { systemClock } from '@mainstay/primitives';
import { silentLogger } from '@mainstay/subgraph-kit';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chainedHash } from './audit-canonical.ts';
import { auditKeys, type AuditKeys } from './audit-keys.ts';
import { AuditSealer } from './audit-sealer.ts';
import { AuditVerifier } from './audit-verifier.ts';
import { storedEventColumns, type StoredEvent } from './stored-event.ts';
import { anEntry, asOwner, BIRMINGHAM, nothing, startAuditWorld, type AuditWorld } from './testing/audit-world.ts';

let world: AuditWorld;
const touched = { ...nothing, records: [`${BIRMINGHAM}.child1`] };
beforeEach(async () => {
  world = await startAuditWorld(systemClock);
  await world.happened(touched, touched);
});
afterEach(() => world.close());

const swallow = `CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`;
const counted = async () => {
  const rows = await world.database.service((db) => db.query<{ n: string }>('SELECT count(*) AS n FROM audit_event'));
  return Number(rows[0]?.n);
};

describe('what was put into a table of the audit', () => {
  test.each([
    [
      'a trigger that swallows rows',
      [swallow, 'CREATE TRIGGER a BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION swallow()'],
      ['DROP TRIGGER a ON audit_event'],
    ],
    [
      'a rule that swallows rows',
      ['CREATE RULE a AS ON INSERT TO audit_event DO INSTEAD NOTHING'],
      ['DROP RULE a ON audit_event'],
    ],
  ])('%s: nothing is answered, and it is found', async (_what, made, undone) => {
    await asOwner(world.database, made);
    await expect(world.audit.record(anEntry({ touched }))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    expect(await world.audit.isReady()).toBe(false);
    expect(await world.found()).toEqual(['unguarded null']);
    await asOwner(world.database, undone);
    expect(await world.audit.isReady()).toBe(true);
    await world.audit.record(anEntry({ touched }));
    expect(await counted()).toBe(3);
    expect(await world.found()).toEqual([]);
  });

  test.each([
    [
      'the function that refuses changes, replaced',
      `CREATE OR REPLACE FUNCTION refuse_audit_changes() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
      5,
    ],
    [
      'its trigger, on deletions no more',
      `DROP TRIGGER refuse_changes ON audit_event; CREATE TRIGGER refuse_changes BEFORE UPDATE OR TRUNCATE ON audit_event
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_changes(); ALTER TABLE audit_event ENABLE ALWAYS TRIGGER refuse_changes`,
      1,
    ],
    ['its trigger, not for replicas', 'ALTER TABLE audit_event ENABLE TRIGGER refuse_changes', 1],
    [
      'a policy that hides one person’s events',
      `CREATE POLICY hide ON audit_event AS RESTRICTIVE USING (subject <> 'demo:analyst')`,
      1,
    ],
    ['the policy of the platform, narrowed', `ALTER POLICY service ON audit_event USING (subject <> 'x')`, 1],
  ])('unguarded: %s', async (_what, statement, times) => {
    await asOwner(world.database, [statement]);
    const found = await world.found();
    expect(found.filter((finding) => finding === 'unguarded null')).toHaveLength(times);
  });
});

describe('what is gone', () => {
  test.each([
    ['DROP TABLE audit_event', 'The table audit_event is gone.'],
    ['ALTER TABLE audit_event_seal RENAME TO other', 'The table audit_event_seal is gone.'],
    ['ALTER TABLE audit_event RENAME subject TO other', 'The table audit_event has no columns subject any more.'],
    ['DROP TABLE audit_event_verification', 'The table audit_event_verification is gone.'],
  ])('%s', async (statement, message) => {
    await asOwner(world.database, [statement]);
    const { isIntact, authorities } = await world.verifier.verify(null);
    expect(isIntact).toBe(false);
    expect(authorities).toMatchObject([{ isIntact: false, findings: [{ kind: 'removed', message }] }]);
  });

  test('the end of the file of heads that this process wrote', async () => {
    writeFileSync(join(world.headsDir, `${BIRMINGHAM}.jsonl`), '');
    expect(await world.found()).toEqual(['removed 2']);
  });
});

describe('an event that names a key nobody has', () => {
  const copied = (id: string, at: string) => `INSERT INTO audit_event
    SELECT la_code, '${id}', ${at}, kind, outcome, 'somebody else', role, organisation, purpose, operation, document_hash,
      '{}', changed_ids, listed_ids, lists, changes, code, request_id, client, inspection_id, break_glass_id, 'unknown', mac,
      transaction FROM audit_event LIMIT 1`;

  test('is found when it is dated in the future, where nothing would ever be late', async () => {
    await asOwner(world.database, [copied('E08000025.forged', `at + interval '1 year'`)]);
    expect(await world.found()).toEqual(['not-sealed null']);
  });

  test('is found when it was put into the chain by hand, and the platform went on from there', async () => {
    await asOwner(world.database, [copied('E08000025.forged', 'at')]);
    const [[event], [end]] = await world.database.service(async (db) => [
      await db.query<StoredEvent>(`SELECT ${storedEventColumns} FROM audit_event e WHERE e.id = 'E08000025.forged'`),
      await db.query<{ hash: string }>('SELECT hash FROM audit_event_seal WHERE sequence = 2'),
    ]);
    const hash = chainedHash(end?.hash ?? '', { laCode: BIRMINGHAM, sequence: 3 }, event as StoredEvent);
    await asOwner(world.database, [
      `INSERT INTO audit_event_seal VALUES ('${BIRMINGHAM}', 3, 'E08000025.forged', '${hash}')`,
    ]);
    expect(await world.found()).toEqual(['not-written-by-the-platform 3']);
    await world.happened(touched);
    expect(await world.found()).toEqual(['not-written-by-the-platform 3']);
  });
});

describe('when the key was changed', () => {
  const signingKey = Buffer.alloc(32, 7).toString('base64url');
  const former = 'the secret of the audit’s tests, long enough';
  const during = auditKeys({ secret: former, signingKey });
  const formerPublicKeys = [auditKeys({ secret: former }).publicKey];
  const after = auditKeys({ secret: 'another secret of the audit’s tests', signingKey, formerPublicKeys });
  const verifierWith = (keys: AuditKeys) => {
    const { database, headsDir } = world;
    const sealer = new AuditSealer({ database, clock: systemClock, logger: silentLogger, keys, headsDir });
    return { sealer, verifier: new AuditVerifier({ database, clock: systemClock, keys, sealer, headsDir }) };
  };

  test('what was written with the former one and sealed with the new is intact; what was put after it is found', async () => {
    await world.audit.record(anEntry({ touched }));
    await verifierWith(during).sealer.sealNow();
    const { verifier } = verifierWith(after);
    expect(await verifier.verify(BIRMINGHAM)).toMatchObject({ isIntact: true, authorities: [{ sealed: 3 }] });
    await asOwner(world.database, [
      `INSERT INTO audit_event SELECT la_code, 'E08000025.forged', at, kind, outcome, 'somebody else', role, organisation,
        purpose, operation, document_hash, '{}', changed_ids, listed_ids, lists, changes, code, request_id, client,
        inspection_id, break_glass_id, key_id, mac, transaction FROM audit_event LIMIT 1`,
      `INSERT INTO audit_event_seal VALUES ('${BIRMINGHAM}', 4, 'E08000025.forged', '${'0'.repeat(64)}')`,
    ]);
    const { authorities } = await verifier.verify(BIRMINGHAM);
    const kinds = authorities.flatMap(({ findings }) => findings.map(({ kind, sequence }) => `${kind} ${sequence}`));
    expect(kinds).toContain('not-written-by-the-platform 4');
  });
});
