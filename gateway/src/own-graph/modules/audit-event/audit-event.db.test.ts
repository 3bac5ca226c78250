import { BadInputError, cursorOf, TouchLog, type Db, type Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  analyst,
  anEntry,
  BIRMINGHAM,
  nothing,
  SANDWELL,
  startAuditWorld,
  type AuditWorld,
} from '../../../audit/testing/audit-world.ts';
import type { Context } from '../../context.ts';
import { findAccesses, findEvents, findEventsOfInspection } from './audit-event.repository.ts';
import { listAccesses, listEvents, listEventsOfInspection, readChain } from './audit-event.service.ts';

const [opened, hidden, sampled] = ['opened', 'hidden', 'sampled'].map((name) => `${BIRMINGHAM}.${name}`) as [
  string,
  string,
  string,
];
const inspectionId = `${BIRMINGHAM}.inspection`;
const tables = ['audit_event', 'audit_event_seal', 'audit_event_head', 'audit_event_child', 'audit_event_verification'];

let world: AuditWorld;
beforeAll(async () => {
  world = await startAuditWorld();
  const inspector = { ...analyst, subject: 'demo:inspector', role: 'ofsted-inspector', inspectionId };
  const looked = [
    { actor: analyst, records: [opened] },
    { actor: analyst, records: [hidden] },
    { actor: analyst, listed: [opened, hidden] },
    { actor: analyst, records: [`${SANDWELL}.theirs`] },
    { actor: inspector, records: [sampled] },
    { actor: inspector, records: [opened] },
  ];
  for (const { actor, ...touched } of looked) {
    await world.audit.record(anEntry({ actor, touched: { ...nothing, ...touched } }));
  }
  await world.sealer.sealNow();
  await world.verify();
});
afterAll(() => world.close());

const manager = aViewer({ role: 'la-manager', hiddenChildIds: [hidden] });
const named = aViewer({ role: 'la-manager' });
const officer = aViewer({ role: 'la-iro', namedChildIds: [opened] });
const inspector = aViewer({
  role: 'ofsted-inspector',
  audience: 'inspector',
  inspection: { id: inspectionId, laCode: BIRMINGHAM, from: '2020-01-01' as never, to: '2099-01-01' as never },
  namedChildIds: [sampled],
});

/** What the database alone lets a viewer see: nothing here asks a policy. A table that is closed to them shows nothing. */
const seenBy = async (viewer: Viewer) => {
  const rows = async <Row>(sql: string) =>
    world.database
      .read(viewer, (db) => db.query<Row>(sql))
      .catch((error: { code?: string }) => {
        if (error.code === '42501') return [];
        throw error;
      });
  const events = await rows<{ opened: string[] }>('SELECT opened_ids AS opened FROM audit_event ORDER BY transaction');
  const looks = await rows<{ child: string }>('SELECT DISTINCT child_id AS child FROM audit_event_child ORDER BY 1');
  return { events: events.map((event) => event.opened.join()), looks: looks.map(({ child }) => child) };
};

describe('row-level security alone', () => {
  test('shows managers their authority’s events, without those about children restricted to others', async () => {
    expect(await seenBy(manager)).toEqual({ events: [opened, '', sampled, opened], looks: [opened, sampled] });
    expect((await seenBy(named)).events).toHaveLength(5);
  });

  test('shows an Independent Reviewing Officer who looked at their children, and no event', async () => {
    expect(await seenBy(officer)).toEqual({ events: [], looks: [opened] });
  });

  test('shows inspectors what was viewed of the sample under inspections of the authority', async () => {
    expect(await seenBy(inspector)).toEqual({ events: [sampled], looks: [] });
  });

  test.each([
    ['an analyst', aViewer()],
    ['a manager of another authority', aViewer({ role: 'la-manager', laCodes: ['E08000026'] })],
    ['a machine', aViewer({ role: 'integrator', scopes: ['children', 'workforce', 'contracts', 'figures'] })],
    ['a practice', aViewer({ role: 'swp-manager', audience: 'practice', practiceId: 'harbour' })],
    ['an inspector out of time', { ...inspector, inspection: { ...inspector.inspection!, to: '2020-01-02' as never } }],
  ])('shows %s nothing', async (_who, viewer) => {
    expect(await seenBy(viewer)).toEqual({ events: [], looks: [] });
  });
});

describe('what the audit holds', () => {
  const attempts = tables.flatMap((table) => [
    `UPDATE ${table} SET la_code = 'x'`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table}`,
  ]);

  test.each(attempts)('is not changed by the platform: %s', async (statement) => {
    await expect(world.database.service((db) => db.query(statement))).rejects.toMatchObject({ code: '42501' });
  });

  test.each(attempts)('is not changed by the owner of the tables either: %s', async (statement) => {
    const work = world.database.owner((db) => db.query(statement));
    await expect(work).rejects.toThrow('never changed or removed');
  });

  test('is added to by the platform alone', async () => {
    const insert = `INSERT INTO audit_event_child (la_code, child_id, at, event_id, how, purpose)
      VALUES ('${BIRMINGHAM}', '${opened}', now(), 'x', 'OPENED', 'care')`;
    await expect(world.database.write(manager, (db) => db.query(insert))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('pages', () => {
  const page = { after: null, limit: 10 };

  test('find events by person, child, kind, outcome and time', async () => {
    const found = (filter: object) =>
      world.database.read(manager, async (db) =>
        (await findEvents(db, { laCode: BIRMINGHAM, filter, hidden: [hidden], page })).map(({ subject }) => subject),
      );
    expect(await found({})).toEqual(['demo:inspector', 'demo:inspector', 'demo:analyst', 'demo:analyst']);
    expect(await found({ personId: 'demo:analyst' })).toHaveLength(2);
    expect(await found({ childId: opened })).toHaveLength(3);
    expect(await found({ childId: hidden })).toHaveLength(0);
    expect(await found({ kinds: ['CHANGE'] })).toHaveLength(0);
    expect(await found({ kinds: ['READ', 'LIST'], outcome: 'DONE' })).toHaveLength(4);
    expect(await found({ to: new Date('2020-01-01') })).toHaveLength(0);
  });

  test('follow one another without a gap, newest first', async () => {
    const seen: string[] = [];
    let after: { at: string; id: string } | null = null;
    for (let turn = 0; turn < 4; turn += 1) {
      const [event]: { id: string; place: string }[] = await world.database.read(manager, (db) =>
        findEvents(db, { laCode: BIRMINGHAM, filter: {}, hidden: [], page: { after, limit: 1 } }),
      );
      if (!event) break;
      seen.push(event.id);
      after = { at: event.place, id: event.id };
    }
    expect(new Set(seen).size).toBe(4);
  });

  test('show the log of an inspection to both sides', async () => {
    const log = (viewer: Viewer, sample: string[] | null) =>
      world.database.read(viewer, async (db) => {
        const wanted = { inspectionId, hidden: viewer.hiddenChildIds, named: sample };
        return (await findEventsOfInspection(db, { ...wanted, page })).map(({ openedIds }) => openedIds.join());
      });
    expect(await log(manager, null)).toEqual([opened, sampled]);
    expect(await log(inspector, [sampled])).toEqual([sampled]);
  });

  test('show who looked at a child', async () => {
    const looks = await world.database.read(officer, (db) =>
      findAccesses(db, { laCode: BIRMINGHAM, childId: opened, page }),
    );
    expect(looks.map(({ subject, how }) => `${subject} ${how}`)).toEqual([
      'demo:inspector OPENED',
      'demo:analyst LISTED',
      'demo:analyst OPENED',
    ]);
  });
});

test('a page takes the same number of statements however long it is', async () => {
  const statementsFor = async (first: number) => {
    let count = 0;
    await world.database.read(manager, async (db) => {
      const counting = {
        ...db,
        query: (sql: string, params?: readonly unknown[]) => ((count += 1), db.query(sql, params)),
      };
      const context = { viewer: manager, db: counting, touched: new TouchLog() } as unknown as Context;
      await listEvents(BIRMINGHAM, { first }, context);
      await listAccesses(opened, { first }, context);
      await listEventsOfInspection(inspectionId, { first }, context);
      await readChain(BIRMINGHAM, context);
    });
    return count;
  };
  expect(await statementsFor(1)).toBe(7);
  expect(await statementsFor(100)).toBe(7);
});

test('a cursor that is none of ours is refused, and a child restricted to others is not looked for', async () => {
  const context = (db: Db) => ({ viewer: manager, db, touched: new TouchLog() }) as unknown as Context;
  await world.database.read(manager, async (db) => {
    const asked = { first: 5, filter: { childId: hidden } };
    expect(await listEvents(BIRMINGHAM, asked, context(db))).toMatchObject({ edges: [], totalCount: 0 });
    for (const key of [
      ['now', 'x'],
      ['2026-13-45T99:99:99.000000Z', 'x'],
    ]) {
      await expect(listEvents(BIRMINGHAM, { first: 5, after: cursorOf(key) }, context(db))).rejects.toThrow(
        BadInputError,
      );
    }
  });
});
