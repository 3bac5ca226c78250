import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { listsRecordsOf, listsRecordsOfPractice } from '../../record/records-of-owner.ts';
import type { ChildRow } from '../child/child.repository.ts';

/** A child whose lead professional's registration is not in force. */
export interface UnregisteredLead {
  readonly child: ChildRow;
  readonly workerId: string;
  readonly since: PlainDate;
}

interface Lead {
  readonly laCode: string;
  readonly childId: string;
  readonly workerId: string;
  readonly since: PlainDate;
}

/**
 * The children of an authority, or with a practice now, whose lead professional's registration is not in force today, as far
 * as the viewer lists records: by child. The workforce is asked once for each authority.
 *
 * @throws UnavailableError when the workforce does not answer.
 */
export async function unregisteredLeads(
  context: Context,
  owner: { readonly laCode: string } | { readonly practiceId: string },
): Promise<UnregisteredLead[]> {
  const { viewer, db, clock, sources, loaders, touched } = context;
  const mayList =
    'laCode' in owner ? listsRecordsOf(viewer, owner.laCode) : listsRecordsOfPractice(viewer, owner.practiceId);
  if (!mayList) return [];
  const on = clock.today();
  const leads = await findLeads(db, 'laCode' in owner ? [owner.laCode] : viewer.laCodes, on);
  const unregistered: Lead[] = [];
  for (const [laCode, ofAuthority] of Map.groupBy(leads, (lead) => lead.laCode)) {
    const workerIds = [...new Set(ofAuthority.map(({ workerId }) => workerId))];
    const known = await sources.findRegistrations({ laCode, workerIds, on });
    const out = new Set(known.filter(({ status }) => status !== 'REGISTERED').map(({ workerId }) => workerId));
    unregistered.push(...ofAuthority.filter(({ workerId }) => out.has(workerId)));
  }
  const found = await Promise.all(
    unregistered.map(async ({ childId, workerId, since }): Promise<UnregisteredLead[]> => {
      const child = await loaders.children.load(childId);
      if (!child || !isOwned(child, owner, clock.now())) return [];
      const lead = await loaders.leadProfessional.load({ child, on });
      return lead?.workerId === workerId ? [{ child, workerId, since }] : [];
    }),
  );
  const listed = found.flat();
  touched.list(
    'unregisteredLeads',
    listed.map(({ child }) => child.id),
  );
  return listed;
}

function isOwned(child: ChildRow, owner: { laCode: string } | { practiceId: string }, now: Date): boolean {
  if ('laCode' in owner) return child.laCode === owner.laCode;
  const { accessPracticeId, accessFrom, accessUntil } = child;
  if (accessPracticeId !== owner.practiceId || accessFrom === null || accessUntil === null) return false;
  return accessFrom <= now && now < accessUntil;
}

/** Who has begun last with each child, where that lasts on the day. */
function findLeads(db: Db, laCodes: readonly string[], on: PlainDate): Promise<Lead[]> {
  return db.query(
    `SELECT DISTINCT ON (la_code, child_id) la_code AS "laCode", child_id AS "childId", worker_id AS "workerId",
            started_on AS since
       FROM social_worker_episode
      WHERE la_code = ANY ($1::text[]) AND started_on <= $2::date AND (ended_on IS NULL OR ended_on >= $2::date)
      ORDER BY la_code, child_id, started_on DESC, ended_on DESC, id DESC`,
    [[...laCodes], on],
  );
}
