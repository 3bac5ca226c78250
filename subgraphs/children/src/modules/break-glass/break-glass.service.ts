import { randomUUID } from 'node:crypto';
import { BadInputError, ForbiddenError, NotFoundError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import {
  breakGlassStatus,
  canBreakGlass,
  mayBreakGlasses,
  mayReadBreakGlasses,
  SIGHT_MS,
} from './break-glass.policy.ts';
import {
  findBreakGlassesBy,
  findChildOfNumber,
  insertBreakGlass,
  insertEnd,
  type BreakGlassRow,
} from './break-glass.repository.ts';

const SHORTEST_REASON = 20;
const LONGEST_REASON = 2_000;

/** Which child must be seen, and why: `BreakGlassInput` of the graph. */
export interface BreakGlassInput {
  readonly la?: string | null;
  readonly localId: string;
  readonly reason: string;
}

/** What came of it; only `broken` changed anything. */
export type BreakGlassOutcome =
  | { readonly kind: 'broken'; readonly breakGlass: BreakGlassRow }
  | { readonly kind: 'no-such-child' }
  | { readonly kind: 'already-visible'; readonly child: ChildRow };

/**
 * Takes sight of one child for 60 minutes from now.
 *
 * Whether there is such a child is asked as the platform itself, before anything is asked as the viewer: this request
 * then waits for no second connection while it holds one. The same is asked whether there is such a child or not, so that
 * the time until the answer says no more than the answer.
 *
 * @throws ForbiddenError when the viewer breaks no glasses; BadInputError when the reason is too short or too long, or the
 * viewer works for several authorities and names none.
 */
export async function breakGlass(input: BreakGlassInput, context: Context): Promise<BreakGlassOutcome> {
  const { viewer, db, database, clock, loaders, touched } = context;
  if (!mayBreakGlasses(viewer)) throw new ForbiddenError('Only staff of authorities and practices break the glass.');
  const reason = input.reason.trim();
  if (reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON) {
    throw new BadInputError(`Give a reason of ${SHORTEST_REASON} to ${LONGEST_REASON} characters.`);
  }
  const laCode = input.la ?? onlyAuthority(viewer.laCodes);
  const number = { laCode: canBreakGlass(viewer, laCode) ? laCode : '', localId: input.localId.trim() };
  const there = await database.service((service) => findChildOfNumber(service, number));
  const seen = await loaders.children.load(there?.id ?? `${laCode}.`);
  if (seen) return { kind: 'already-visible', child: seen };
  if (!there) return { kind: 'no-such-child' };

  const brokenAt = clock.now();
  const glass = {
    laCode,
    id: `${laCode}.${randomUUID()}`,
    childId: there.id,
    childLocalId: there.localId,
    reason,
    brokenBy: viewer.subject,
    brokenAt,
  };
  const until = new Date(brokenAt.getTime() + SIGHT_MS);
  const practiceId = viewer.audience === 'practice' ? viewer.practiceId : null;
  await insertBreakGlass(db, { ...glass, brokenByRole: viewer.role, practiceId, endsAt: until });
  touched.change({ what: 'glass broken', laCode, ids: [glass.id], childIds: [glass.childId] });
  return { kind: 'broken', breakGlass: { ...glass, until, review: null } };
}

/**
 * Ends the viewer's own sight now. One that is over stays as it is.
 *
 * @throws NotFoundError when the viewer has broken no such glass.
 */
export async function endBreakGlass({ id }: { readonly id: string }, context: Context): Promise<BreakGlassRow> {
  const { viewer, db, clock, loaders, touched } = context;
  const glass = await loaders.breakGlasses.load(id);
  if (glass?.brokenBy !== viewer.subject) throw new NotFoundError('You have broken no such glass.');
  const at = clock.now();
  if (breakGlassStatus(glass, at) !== 'LIVE') return glass;
  await insertEnd(db, glass, { by: viewer.subject, at });
  touched.change({ what: 'glass ended', laCode: glass.laCode, ids: [id], childIds: [glass.childId] });
  return { ...glass, until: at };
}

/** The glasses the viewer has broken that are live, newest first. */
export async function liveBreakGlasses({ viewer, db, clock, touched }: Context): Promise<BreakGlassRow[]> {
  if (!mayReadBreakGlasses(viewer)) return [];
  const now = clock.now();
  const since = new Date(now.getTime() - SIGHT_MS);
  const own = await findBreakGlassesBy(db, { laCodes: viewer.laCodes, subject: viewer.subject, since });
  const live = own.filter((glass) => breakGlassStatus(glass, now) === 'LIVE');
  touched.list(
    'myBrokenGlasses',
    live.map(({ childId }) => childId),
  );
  return live;
}

function onlyAuthority(laCodes: readonly string[]): string {
  const [laCode] = laCodes;
  if (laCodes.length !== 1 || laCode === undefined) {
    throw new BadInputError('Say which authority looks after the child: `la`.');
  }
  return laCode;
}
