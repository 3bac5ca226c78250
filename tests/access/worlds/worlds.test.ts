import { createChildrenSubgraph, type CaseloadSources, type ChildrenSubgraph } from '@mainstay/children';
import { startDatabase } from '@mainstay/children/testing';
import { fixedClock, plainDate, type Clock } from '@mainstay/primitives';
import { childId, signCaller, type Database, type Db, type Scope, type Viewer } from '@mainstay/subgraph-kit';
import { aViewer, TEST_SECRET, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayKnow, rowKinds, type RowKind } from './world-oracle.ts';
import { functions, worlds, type AskerOfWorld, type ChildOfWorld, type World } from './world.ts';

/** The worlds have no posts and no contracts. */
const noSources: CaseloadSources = {
  findStaff: async () => [],
  findCapacities: async () => [],
  findTimesInPost: async () => [],
  findRegistrations: async () => [],
};

/** Stands where the world says. */
const time: { clock: Clock } = { clock: fixedClock(new Date('2026-11-22T12:00:00Z')) };
const clock: Clock = { now: () => time.clock.now(), today: () => time.clock.today() };

let database: TestDatabase;
/** Both locks on. */
let subgraph: ChildrenSubgraph;
/** The policy alone: the same subgraph over the same rows, read past row-level security. */
let policyAlone: ChildrenSubgraph;

beforeAll(async () => {
  database = await startDatabase({ clock });
  const options = { clock, secret: TEST_SECRET, contractsFeed: async () => [], caseloadSources: noSources };
  subgraph = createChildrenSubgraph({ database, ...options });
  policyAlone = createChildrenSubgraph({ database: pastRowSecurity(database), ...options });
});
afterAll(async () => {
  await subgraph?.close();
  await policyAlone?.close();
  await database?.close();
});

test('in worlds made at random, at instants when something changes, each lock alone shows what the oracle says', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      time.clock = fixedClock(new Date(world.now));
      await make(world);
      for (const asker of world.askers) {
        const expected = expectedOf(world, asker);
        const viewer = viewerOf(world, asker);
        expect({ lock: 'both', asker, seen: await askGraph(subgraph, viewer) }).toEqual({
          lock: 'both',
          asker,
          seen: expected,
        });
        expect({ lock: 'policy', asker, seen: await askGraph(policyAlone, viewer) }).toEqual({
          lock: 'policy',
          asker,
          seen: expected,
        });
        expect({ lock: 'rows', asker, seen: await readRows(viewer) }).toEqual({
          lock: 'rows',
          asker,
          seen: rowsOf(expected, asker),
        });
      }
    }),
    { numRuns: 150, endOnFailure: false },
  );
}, 600_000);

/** By child, the kinds of rows seen; children not seen are absent. */
type Seen = Readonly<Record<string, readonly RowKind[]>>;

function expectedOf(world: World, asker: AskerOfWorld): Seen {
  return Object.fromEntries(
    world.children.flatMap((child, index) => {
      const known = mayKnow(world, asker, child, index);
      if (known === null) return [];
      // The graph tells a history whole or not at all; of those outside a sample it tells the present elsewhere.
      const isWhole = asker.kind !== 'inspector' || child.isSampled;
      return [[idOf(child), isWhole ? rowKinds.filter((kind) => known.has(kind)) : []]];
    }),
  );
}

/** Row-level security alone shows inspectors the present rows of all, which lists are made of. */
function rowsOf(expected: Seen, asker: AskerOfWorld): Seen {
  if (asker.kind !== 'inspector') return expected;
  return Object.fromEntries(
    Object.entries(expected).map(([id, kinds]): [string, readonly RowKind[]] => [
      id,
      kinds.length > 0 ? kinds : ['present episode', 'present placement'],
    ]),
  );
}

interface Listed {
  readonly children: {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly episodes: readonly { readonly endedOn: string | null }[];
        readonly placements: readonly { readonly endedOn: string | null }[];
        readonly reviews: readonly object[];
      };
    }[];
  };
}
const LIST = `{ children(first: 100) { totalCount edges { node {
  id episodes { endedOn } placements { endedOn } reviews { heldOn }
} } } }`;

async function askGraph(over: ChildrenSubgraph, viewer: Viewer): Promise<Seen> {
  const request = { query: LIST, variables: {} };
  const body = JSON.stringify(request);
  const token = signCaller(
    { kind: 'viewer', viewer },
    { subgraph: 'children', secret: TEST_SECRET, body, now: clock.now() },
  );
  const { data, errors } = await over.execute(request, token);
  if (errors?.length) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
  const { children } = data as unknown as Listed;
  expect(children.totalCount).toBe(children.edges.length);
  return Object.fromEntries(
    children.edges.map(({ node }) => {
      const kinds = new Set<RowKind>([
        ...node.episodes.map((row): RowKind => (row.endedOn ? 'past episode' : 'present episode')),
        ...node.placements.map((row): RowKind => (row.endedOn ? 'past placement' : 'present placement')),
        ...node.reviews.map((): RowKind => 'review'),
      ]);
      return [node.id, rowKinds.filter((kind) => kinds.has(kind))];
    }),
  );
}

async function readRows(viewer: Viewer): Promise<Seen> {
  return database.read(viewer, async (db) => {
    const ids = (await db.query<{ id: string }>('SELECT id FROM child')).map(({ id }) => id);
    const rows = await db.query<{ childId: string; kind: RowKind }>(`
      SELECT child_id AS "childId", CASE WHEN ended_on IS NULL THEN 'present' ELSE 'past' END || ' episode' AS kind FROM episode
      UNION SELECT child_id, CASE WHEN ended_on IS NULL THEN 'present' ELSE 'past' END || ' placement' FROM placement
      UNION SELECT child_id, 'review' FROM review`);
    return Object.fromEntries(
      ids.map((id) => {
        const kinds = new Set(rows.filter(({ childId }) => childId === id).map(({ kind }) => kind));
        return [id, rowKinds.filter((kind) => kinds.has(kind))];
      }),
    );
  });
}

/** What the gateway makes of an asker: see its `Viewers`. The relationships are those of the world. */
function viewerOf(world: World, asker: AskerOfWorld): Viewer {
  const las = 'las' in asker ? asker.las : [asker.la];
  const ofLas = world.children.filter(({ la }) => las.includes(la));
  const hidden = ofLas.filter(({ restrictedTo }) => restrictedTo !== null && !restrictedTo.includes(asker.subject));
  const isVisible = (child: ChildOfWorld): boolean => !hidden.includes(child);
  const common = { subject: asker.subject, laCodes: [...las], hiddenChildIds: hidden.map(idOf) };
  switch (asker.kind) {
    case 'staff':
      return aViewer(common);
    case 'officer':
      return aViewer({
        ...common,
        role: 'la-iro',
        namedChildIds: ofLas
          .filter(({ officer }) => officer === asker.subject)
          .filter(isVisible)
          .map(idOf),
      });
    case 'practice':
      return aViewer({ ...common, role: 'swp-worker', audience: 'practice', practiceId: asker.practice });
    case 'inspector':
      return aViewer({
        ...common,
        role: 'ofsted-inspector',
        audience: 'inspector',
        inspection: { id: 'i', laCode: asker.la, from: plainDate(asker.from), to: plainDate(asker.to) },
        namedChildIds: ofLas
          .filter(({ isSampled }) => isSampled)
          .filter(isVisible)
          .map(idOf),
      });
    case 'machine':
      return aViewer({ ...common, role: 'integrator', scopes: asker.scopes as readonly Scope[] });
    case 'glass':
      return underGlass(world, asker, common);
  }
}

function underGlass(
  world: World,
  asker: Extract<AskerOfWorld, { kind: 'glass' }>,
  common: Pick<Viewer, 'subject' | 'laCodes' | 'hiddenChildIds'>,
): Viewer {
  const child = world.children[asker.childIndex];
  const id = child ? idOf(child) : 'nobody';
  const viewer = {
    ...common,
    hiddenChildIds: common.hiddenChildIds.filter((hidden) => hidden !== id),
    namedChildIds: [id],
    breakGlass: { id: 'g', childId: id, until: Temporal.Instant.from(asker.until).toString() },
  };
  return asker.practice === null
    ? aViewer(viewer)
    : aViewer({ ...viewer, role: 'swp-worker', audience: 'practice', practiceId: asker.practice });
}

function idOf({ la, localId }: Pick<ChildOfWorld, 'la' | 'localId'>): string {
  return childId(la, localId);
}

async function make(world: World): Promise<void> {
  await database.owner(async (db) => {
    await db.query('TRUNCATE child, episode, placement, review, allocation');
    for (const child of world.children) await insertChild(db, child);
  });
}

async function insertChild(db: Db, child: ChildOfWorld): Promise<void> {
  const { la, localId, allocation } = child;
  const id = idOf(child);
  await db.query(
    `INSERT INTO child (la_code, id, local_id, date_of_birth, sex, ethnicity, is_uasc, recorded_at)
     VALUES ($1, $2, $3, '2014-01-01', 'F', 'WBRI', false, '2026-01-01')`,
    [la, id, localId],
  );
  await db.query(
    `INSERT INTO episode (la_code, child_id, id, started_on, ended_on, reason_started, legal_status, category_of_need,
       placement_type, placement_provider, collection_year, is_end_inferred, recorded_at)
     SELECT $1, $2, $2 || kind, started_on, ended_on, 'S', 'C2', 'N1', 'U4', 'PR1', 2026, false, '2026-01-01'
     FROM (VALUES ('past', date '2020-01-01', date '2021-01-01'), ('present', '2021-01-01', NULL)) AS e (kind, started_on, ended_on)`,
    [la, id],
  );
  await db.query(
    `INSERT INTO placement (la_code, child_id, id, started_on, ended_on, is_start_known, type, provider, is_temporary,
       is_short_break, is_same_carer, carer_since, is_carer_since_known)
     SELECT $1, $2, $2 || kind, started_on, ended_on, true, 'U4', 'PR1', false, false, false, started_on, true
     FROM (VALUES ('past', date '2020-01-01', date '2021-01-01'), ('present', '2021-01-01', NULL)) AS p (kind, started_on, ended_on)`,
    [la, id],
  );
  await db.query(
    `INSERT INTO review (la_code, child_id, id, held_on, participation) VALUES ($1, $2, $2 || 'r', '2021-02-01', 'PN1')`,
    [la, id],
  );
  if (!allocation) return;
  const known = [...functions].filter((name) => allocation.functions.includes(name));
  await db.query(
    `INSERT INTO allocation (la_code, id, child_id, practice_id, contract_id, started_on, ended_on, ends_at, functions)
     VALUES ($1, $2 || 'a', $2, $3, 'contract', $4, $5, $6, $7)`,
    [la, id, allocation.practice, allocation.startedOn, allocation.lastDay, allocation.endedAt, known],
  );
}

/** The same rows, read as their owner: what is then still not shown, the policy functions alone have withheld. */
function pastRowSecurity(guarded: TestDatabase): Database {
  const asOwner = <T>(_viewer: Viewer, work: (db: Db) => Promise<T>): Promise<T> => guarded.owner(work);
  return new Proxy<Database>(guarded, {
    get: (target, name) => {
      if (name === 'read' || name === 'write' || name === 'figures') return asOwner;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
