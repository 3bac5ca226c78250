import { BadInputError, ForbiddenError, NotFoundError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { BreakGlassFinding } from './break-glass.entity.ts';
import { breakGlassStatus, canReadBreakGlass, canReviewFor, type BreakGlassStatus } from './break-glass.policy.ts';
import { findBreakGlasses, findBreakGlassesOf, insertReview, type BreakGlassRow } from './break-glass.repository.ts';

const LONGEST_NOTE = 2_000;

/** What was found: `ReviewBreakGlassInput` of the graph. */
export interface ReviewBreakGlassInput {
  readonly id: string;
  readonly finding: BreakGlassFinding;
  readonly note: string;
}

/** What came of it; only `reviewed` changed anything. */
export interface ReviewBreakGlassOutcome {
  readonly kind: 'reviewed' | 'own' | 'live' | 'reviewed-already';
  readonly breakGlass: BreakGlassRow;
}

/** The glasses broken for children of an authority, for its managers, newest first. */
export async function breakGlassesOf(
  laCode: string,
  status: BreakGlassStatus | null,
  { viewer, db, clock, touched }: Context,
): Promise<BreakGlassRow[]> {
  if (!canReviewFor(viewer, laCode)) return [];
  const now = clock.now();
  const shown = (await findBreakGlassesOf(db, laCode)).filter(
    (glass) => canReadBreakGlass(viewer, glass) && (status === null || breakGlassStatus(glass, now) === status),
  );
  touched.list(
    'brokenGlasses',
    shown.map(({ childId }) => childId),
  );
  return shown;
}

/**
 * Closes the review of a broken glass, once and for all.
 *
 * Whoever broke it is told so whatever role they ask in: it is the person who is compared.
 *
 * @throws ForbiddenError when the viewer manages no authority; NotFoundError when the glass is none the viewer may read;
 * BadInputError when the note is empty or too long.
 */
export async function reviewBreakGlass(
  input: ReviewBreakGlassInput,
  context: Context,
): Promise<ReviewBreakGlassOutcome> {
  const { viewer, db, clock, loaders, touched } = context;
  if (!canReviewFor(viewer, viewer.laCodes[0] ?? '')) {
    throw new ForbiddenError('Only managers of a local authority review broken glasses.');
  }
  const note = input.note.trim();
  if (note === '' || note.length > LONGEST_NOTE)
    throw new BadInputError(`Give a note of 1 to ${LONGEST_NOTE} characters.`);
  const glass = await loaders.breakGlasses.load(input.id);
  if (!glass) throw new NotFoundError('The authority has no such broken glass.');
  if (glass.brokenBy === viewer.subject) return { kind: 'own', breakGlass: glass };
  const now = clock.now();
  const status = breakGlassStatus(glass, now);
  if (status === 'LIVE') return { kind: 'live', breakGlass: glass };
  if (status === 'REVIEWED') return { kind: 'reviewed-already', breakGlass: glass };

  const review = { reviewedBy: viewer.subject, reviewedAt: now, finding: input.finding, note };
  if (!(await insertReview(db, glass, review))) {
    const [present] = await findBreakGlasses(db, [glass.id]);
    return { kind: 'reviewed-already', breakGlass: present ?? glass };
  }
  const { laCode, id, childId } = glass;
  touched.change({ what: 'broken glass reviewed', laCode, ids: [id], childIds: [childId] });
  return { kind: 'reviewed', breakGlass: { ...glass, review } };
}
