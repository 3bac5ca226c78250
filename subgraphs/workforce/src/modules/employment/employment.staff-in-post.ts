import { isPlainDate, plainNumber, type Clock, type PlainDate } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, type Database, type Db, type Internal } from '@mainstay/subgraph-kit';
import { z } from 'zod';
import { formsOf } from '../../record/by-number.ts';
import { findRegistrationsOfWorkers } from '../registration/registration.repository.ts';
import { registrationStatus } from '../registration/registration.status.ts';
import type { EmployerKey, WorkerRole } from './employment.entity.ts';
import { canReadEmployment } from './employment.policy.ts';

/** A worker in post with an employer on a day. */
export interface StaffInPost extends EmployerKey {
  readonly workerId: string;
  /** The authority whose children the post is for. */
  readonly laCode: string;
  readonly fullTimeEquivalent: number;
  /** Whether social workers in the role lead children. */
  readonly isLeadRole: boolean;
  readonly isAgency: boolean;
  /** The last day in post; null while none is recorded. */
  readonly endedOn: PlainDate | null;
  /** Whether the registration with the regulator is in force on the day, as far as is on record. */
  readonly isRegistered: boolean;
}

const LONGEST_BODY = 1024 * 1024;
const leadRoles: ReadonlySet<WorkerRole> = new Set(['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER']);
const askedOf = z.object({
  workerIds: z.array(z.string()),
  employers: z.array(z.object({ employerKind: z.enum(['local-authority', 'practice']), employerId: z.string() })),
});
type Asked = z.infer<typeof askedOf>;

/**
 * Internal route `staff-in-post`: everybody in post on the day `on` with the employers that the body names, and with those of
 * the workers it names, as far as the viewer may read the posts. The body is `{ workerIds, employers }` in JSON. Workers are found
 * under any form of their number, and answered under that of the post.
 *
 * @throws ForbiddenError unless it is asked for a viewer; BadInputError when the body or the day is no such thing.
 */
export function staffInPostRoute(database: Database, clock: Clock): Internal {
  return async ({ caller, params, body }): Promise<StaffInPost[]> => {
    if (caller.kind !== 'viewer') throw new ForbiddenError('This is asked for a viewer.');
    const { viewer } = caller;
    const on = params['on'] ?? '';
    if (!isPlainDate(on)) throw new BadInputError('The parameter `on` is a day, YYYY-MM-DD.');
    const asked = await askedIn(body);
    return database.read(viewer, async (db) => {
      const posts = (await findStaffInPost(db, asked, on)).filter((post) =>
        canReadEmployment(viewer, post, clock.today()),
      );
      const registrations = await findRegistrationsOfWorkers(db, formsOf(posts.map(({ workerId }) => workerId)));
      const inForce = new Set(
        registrations
          .filter((one) => one.registeredOn <= on && registrationStatus(one, on) === 'REGISTERED')
          .map(({ workerId }) => plainNumber(workerId)),
      );
      return posts.map(({ role, ...post }) => ({
        ...post,
        isLeadRole: leadRoles.has(role),
        isRegistered: inForce.has(plainNumber(post.workerId)),
      }));
    });
  };
}

type PostOnDay = Omit<StaffInPost, 'isLeadRole' | 'isRegistered'> & { readonly role: WorkerRole };

/** The posts held on a day with these employers, or with the employers of these workers on it; by worker. One statement. */
function findStaffInPost(db: Db, { workerIds, employers }: Asked, on: PlainDate): Promise<PostOnDay[]> {
  return db.query<PostOnDay>(
    `WITH held AS (
       SELECT * FROM present_employment
        WHERE started_on <= $4::date AND (ended_on IS NULL OR ended_on >= $4::date)
     ), employer AS (
       SELECT employer_kind, employer_id FROM held WHERE worker_id = ANY ($1::text[])
       UNION SELECT * FROM unnest($2::text[], $3::text[])
     )
     SELECT worker_id AS "workerId", la_code AS "laCode", employer_kind AS "employerKind", employer_id AS "employerId",
            role, full_time_equivalent AS "fullTimeEquivalent", is_agency AS "isAgency", ended_on::text AS "endedOn"
       FROM held JOIN employer USING (employer_kind, employer_id) ORDER BY worker_id, started_on, id`,
    [
      formsOf(workerIds),
      employers.map(({ employerKind }) => employerKind),
      employers.map(({ employerId }) => employerId),
      on,
    ],
  );
}

async function askedIn(body: AsyncIterable<Uint8Array>): Promise<Asked> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of body) {
    size += bytes.length;
    if (size > LONGEST_BODY) throw new BadInputError('Ask about fewer workers at a time.');
    pieces.push(bytes);
  }
  const read = askedOf.safeParse(parsed(Buffer.concat(pieces).toString('utf8')));
  if (!read.success) throw new BadInputError('The body is `{ workerIds, employers }` in JSON.');
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Refused by the caller; the parser's own message quotes the text.
    return null;
  }
}
