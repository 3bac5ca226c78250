import { fixedClock } from '@mainstay/primitives';
import { silentLogger, signCaller, type Subgraph, type Viewer } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase, TEST_SECRET, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOwnGraph, entities, migrations } from '../own-graph/index.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import { MisuseWatch } from './misuse-watch.ts';

const LA = 'E08000025';
const clock = fixedClock(new Date('2026-11-22T12:00:00Z'));
const manager = aViewer({ subject: 'manager', role: 'la-manager' });
const child = `${LA}.aaaaaaaaaaaaaaaaaaaa`;
const other = `${LA}.bbbbbbbbbbbbbbbbbbbb`;

let database: TestDatabase;
let graph: Subgraph;
let watch: MisuseWatch;

beforeAll(async () => {
  database = await startTestDatabase('gateway', { entities, migrations, clock });
  graph = createOwnGraph({ database, clock, secret: TEST_SECRET });
  watch = new MisuseWatch({
    database,
    clock,
    logger: silentLogger,
    restMs: 60_000,
    children: answering(facts),
    workforce: answering(posts),
  });
});
afterAll(async () => {
  await graph?.close();
  await database?.close();
});
beforeEach(() => database.owner((db) => db.query('DELETE FROM misuse_signal')));

/** What the other subgraphs would say. */
const facts = async () =>
  [child, other].map((childId, index) => ({
    childId,
    familyNameCode: 'n1',
    postcodeCode: null,
    workers: [{ workerId: `SW${8 + index}`, from: '2020-01-01', until: null }],
    practices: [],
  }));
const posts = async () => [{ workerId: 'SW1', employerId: 'harbour', from: '2020-01-01', until: '2026-11-01' }];

function answering(answer: () => Promise<unknown>): SubgraphClient {
  return { internal: { call: async () => answer() } } as unknown as SubgraphClient;
}

/** Somebody whose name a child bears, and who has left, opens two records on one day; so does a manager. */
async function seed(): Promise<void> {
  await database.owner(async (db) => {
    await db.query(
      `INSERT INTO person (la_code, id, role, name, practice_id, worker_id, first_seen_at, last_seen_at)
       VALUES ($1, 'leaver', 'swp-worker', NULL, 'harbour', 'SW1', '2026-01-01', '2026-11-20'),
              ($1, 'manager', 'la-manager', NULL, NULL, NULL, '2026-01-01', '2026-11-20') ON CONFLICT DO NOTHING`,
      [LA],
    );
    await db.query(
      `INSERT INTO person_match (person_id, family_name_code, postcode_code) VALUES ('leaver', 'n1', NULL), ('manager', 'n1', NULL)
       ON CONFLICT DO NOTHING`,
    );
    for (const subject of ['leaver', 'manager']) {
      for (const childId of [child, other]) {
        await db.query(
          `INSERT INTO audit_event_child (la_code, child_id, at, event_id, how, subject, role, purpose)
           VALUES ($1, $2, '2026-11-20T10:00:00Z', $3, 'OPENED', $4, 'swp-worker', 'care') ON CONFLICT DO NOTHING`,
          [LA, childId, `event-${subject}`, subject],
        );
      }
      await db.query(
        `INSERT INTO audit_event (la_code, id, at, kind, outcome, subject, role, purpose, opened_ids, changed_ids, listed_ids,
           lists, changes, request_id, client, key_id, mac, transaction)
         VALUES ($1, $2, '2026-11-20T10:00:00Z', 'READ', 'DONE', $3, 'swp-worker', 'care', $4, '{}', '{}', '[]', '[]', 'r',
           'session', 'k', 'm', 1) ON CONFLICT DO NOTHING`,
        [LA, `event-${subject}`, subject, [child]],
      );
    }
  });
}

async function ask<Data>(viewer: Viewer, query: string, variables: object = {}) {
  const request = { query, variables };
  const token = signCaller(
    { kind: 'viewer', viewer },
    { subgraph: 'gateway', secret: TEST_SECRET, body: JSON.stringify(request), now: clock.now() },
  );
  const { data, errors } = await graph.execute(request, token);
  return { data: data as Data, codes: (errors ?? []).map(({ extensions }) => extensions['code']) };
}

interface Signals {
  readonly _entities: [
    {
      readonly misuseSignals: {
        readonly totalCount: number;
        readonly edges: readonly {
          readonly node: {
            readonly id: string;
            readonly detector: string;
            readonly person: { readonly id: string };
            readonly child: { readonly id: string } | null;
            readonly status: string;
          };
        }[];
      };
    },
  ];
}
const SIGNALS = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on LocalAuthority { misuseSignals { totalCount edges { node { id detector person { id } child { id } status } } } } } }`;

async function signalsOf(viewer: Viewer) {
  const { data } = await ask<Signals>(viewer, SIGNALS, {
    of: [{ __typename: 'LocalAuthority', id: LA }],
  });
  const { totalCount, edges } = data._entities[0].misuseSignals;
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node);
}

describe('what the watch notices', () => {
  test('is put into the queue once, however often it looks', async () => {
    await seed();
    expect(await watch.run()).toBe(5);
    expect(await watch.run()).toBe(0);
    const another = aViewer({ subject: 'another', role: 'la-manager' });
    expect((await signalsOf(another)).map(({ detector, person }) => `${detector} ${person.id}`).toSorted()).toEqual([
      'LEAVER_STILL_ACTIVE leaver',
      'SAME_SURNAME leaver',
      'SAME_SURNAME leaver',
      'SAME_SURNAME manager',
      'SAME_SURNAME manager',
    ]);
  });

  test('nobody is shown what is about themselves, nor about a child hidden from them', async () => {
    await seed();
    await watch.run();
    expect(new Set((await signalsOf(manager)).map(({ person }) => person.id))).toEqual(new Set(['leaver']));
    const unnamed = { ...manager, hiddenChildIds: [child] };
    expect(
      (await signalsOf(unnamed)).map((signal) => signal.child?.id ?? '').toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['', other]);
    const rows = await database.read(unnamed, (db) =>
      db.query<{ subject: string; childId: string | null }>(
        `SELECT subject, child_id AS "childId" FROM misuse_signal ORDER BY child_id`,
      ),
    );
    expect(rows).toEqual([
      { subject: 'leaver', childId: other },
      { subject: 'leaver', childId: null },
    ]);
  });

  test.each(['la-analyst', 'la-commissioner', 'la-iro'] as const)('%s is shown nothing', async (role) => {
    await seed();
    await watch.run();
    expect(await signalsOf(aViewer({ subject: 'x', role }))).toEqual([]);
    const rows = await database.read(aViewer({ subject: 'x', role }), (db) =>
      db.query('SELECT id FROM misuse_signal').catch(() => []),
    );
    expect(rows).toEqual([]);
  });
});

const DECIDE = `mutation ($input: DecideMisuseSignalInput!) { decideMisuseSignal(input: $input) {
  __typename ... on DecideMisuseSignalSuccess { signal { status note decidedBy { id } } } } }`;

describe('deciding', () => {
  test('is recorded once', async () => {
    await seed();
    await watch.run();
    const [signal] = await signalsOf(manager);
    const input = { id: signal?.id, decision: 'DISMISSED', note: ' Asked the team: joint work. ' };
    expect((await ask(manager, DECIDE, { input })).data).toEqual({
      decideMisuseSignal: {
        __typename: 'DecideMisuseSignalSuccess',
        signal: { status: 'DISMISSED', note: 'Asked the team: joint work.', decidedBy: { id: 'manager' } },
      },
    });
    expect((await ask(manager, DECIDE, { input })).data).toMatchObject({
      decideMisuseSignal: { __typename: 'MisuseSignalDecidedError' },
    });
  });

  test('about oneself, there is no such signal', async () => {
    await seed();
    await watch.run();
    const another = aViewer({ subject: 'another', role: 'la-manager' });
    const own = (await signalsOf(another)).find(({ person }) => person.id === 'manager');
    const input = { id: own?.id, decision: 'DISMISSED', note: 'It was I, and it was nothing.' };
    expect((await ask(manager, DECIDE, { input })).codes).toEqual(['NOT_FOUND']);
    expect((await ask(aViewer(), DECIDE, { input })).codes).toEqual(['FORBIDDEN']);
  });
});
