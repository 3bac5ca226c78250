import { plainNumber } from '@mainstay/primitives';
import { z } from 'zod';
import type { Db } from '@mainstay/subgraph-kit';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import type { ChildFacts, Days, Look, MisuseFacts, PersonFacts, Use } from './facts.ts';

/** How far back the detectors look. */
export const WINDOW_DAYS = 120;
const DAY_MS = 86_400_000;
const CHILDREN_AT_A_TIME = 2_000;
const caller = { kind: 'service', name: 'gateway', requestId: 'misuse-watch' } as const;

const childAnswer = z.array(
  z.object({
    childId: z.string(),
    familyNameCode: z.string().nullable(),
    postcodeCode: z.string().nullable(),
    workers: z.array(z.object({ workerId: z.string(), from: z.string(), until: z.string().nullable() })),
  }),
);
const postAnswer = z.array(z.object({ workerId: z.string(), from: z.string(), until: z.string().nullable() }));

/** Who is asked for what the audit does not hold. */
export interface FactSources {
  readonly children: SubgraphClient;
  readonly workforce: SubgraphClient;
}

/** The authorities in whose audit anything happened since an instant. */
export async function authoritiesWithEvents(db: Db, now: Date): Promise<string[]> {
  const rows = await db.query<{ laCode: string }>(
    `SELECT DISTINCT la_code AS "laCode" FROM audit_event WHERE at >= $1 AND la_code <> '' ORDER BY la_code`,
    [since(now)],
  );
  return rows.map(({ laCode }) => laCode);
}

/** All that the detectors look at for one authority. Constant in statements, whatever the number of events. */
export async function gatherFacts(
  db: Db,
  { laCode, now }: { laCode: string; now: Date },
  sources: FactSources,
): Promise<MisuseFacts> {
  const looks = await db.query<Look>(
    `SELECT event_id AS "eventId", subject, child_id AS "childId", at FROM audit_event_child
      WHERE la_code = $1 AND at >= $2 AND how <> 'LISTED' AND subject IS NOT NULL AND role <> 'integrator'`,
    [laCode, since(now)],
  );
  const uses = await db.query<Use>(
    `SELECT DISTINCT ON (subject, (at AT TIME ZONE 'Europe/London')::date) id AS "eventId", subject, at FROM audit_event
      WHERE la_code = $1 AND at >= $2 AND outcome = 'DONE' AND subject IS NOT NULL AND role <> 'integrator'
      ORDER BY subject, (at AT TIME ZONE 'Europe/London')::date, at`,
    [laCode, since(now)],
  );
  const people = await db.query<PersonFacts>(
    `SELECT id AS subject, role, coalesce(practice_id, la_code) AS organisation, worker_id AS "workerId",
       family_name_code AS "familyNameCode", postcode_code AS "postcodeCode", first_seen_at AS "firstSeenAt",
       last_seen_at AS "lastSeenAt"
      FROM person LEFT JOIN person_match ON person_id = id WHERE la_code = $1 AND role <> 'integrator' AND last_seen_at IS NOT NULL`,
    [laCode],
  );
  const childIds = [...new Set(looks.map(({ childId }) => childId))];
  return {
    now,
    looks,
    uses,
    people: new Map(people.map((person) => [person.subject, person])),
    children: await childrenOf(sources.children, laCode, childIds),
    posts: await postsOf(sources.workforce, laCode),
  };
}

async function childrenOf(
  { internal }: SubgraphClient,
  laCode: string,
  childIds: readonly string[],
): Promise<Map<string, ChildFacts>> {
  const children = new Map<string, ChildFacts>();
  for (let start = 0; start < childIds.length; start += CHILDREN_AT_A_TIME) {
    const body = asBody(childIds.slice(start, start + CHILDREN_AT_A_TIME));
    const answer = childAnswer.parse(await internal.call('misuse-facts', { caller, params: { laCode }, body }));
    for (const child of answer) children.set(child.childId, child);
  }
  return children;
}

async function postsOf({ internal }: SubgraphClient, laCode: string): Promise<Map<string, Days[]>> {
  const answer = postAnswer.parse(await internal.call('employment-facts', { caller, params: { laCode } }));
  return Map.groupBy(answer, ({ workerId }) => plainNumber(workerId));
}

async function* asBody(childIds: readonly string[]): AsyncIterable<Uint8Array> {
  yield Buffer.from(JSON.stringify(childIds));
}

function since(now: Date): string {
  return new Date(now.getTime() - WINDOW_DAYS * DAY_MS).toISOString();
}
