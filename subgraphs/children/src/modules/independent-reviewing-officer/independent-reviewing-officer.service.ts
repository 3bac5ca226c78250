import { addDays, type PlainDate } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, laCodeOfChild, NotFoundError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { canAppoint } from './independent-reviewing-officer.policy.ts';
import { holdAppointmentsOf, insertAppointment } from './independent-reviewing-officer.repository.ts';

const MOST_CHILDREN = 500;
const LONGEST_SUBJECT = 255;
/** An appointment can be put on record this long after its first day, and before it. */
const DAYS_FROM_TODAY = 366;

/** Who is appointed: `AppointIndependentReviewingOfficerInput` of the graph. */
export interface AppointOfficerInput {
  readonly childIds: readonly string[];
  readonly officerId: string;
  readonly from: PlainDate;
}

/** What came of it; `date` changed nothing. */
export type AppointOfficerOutcome =
  | { readonly kind: 'appointed'; readonly children: readonly ChildRow[] }
  | { readonly kind: 'date'; readonly earliest: PlainDate; readonly latest: PlainDate };

/**
 * Appoints the reviewing officer of children: all of them or none.
 *
 * @throws ForbiddenError when the viewer manages no authority; NotFoundError when one of the children is none the viewer
 * may see; BadInputError when no child is named, or too many are, or the officer cannot be a person.
 */
export async function appointOfficer(input: AppointOfficerInput, context: Context): Promise<AppointOfficerOutcome> {
  const { viewer, db, clock, loaders, touched } = context;
  const laCode = viewer.laCodes[0] ?? '';
  if (!canAppoint(viewer, laCode)) {
    throw new ForbiddenError('Only managers of a local authority appoint reviewing officers.');
  }
  const childIds = [...new Set(input.childIds)];
  const officerId = input.officerId.trim();
  if (childIds.length === 0 || childIds.length > MOST_CHILDREN) {
    throw new BadInputError(`Name 1 to ${MOST_CHILDREN} children.`);
  }
  if (officerId === '' || officerId.length > LONGEST_SUBJECT) throw new BadInputError('Name the officer.');
  const today = clock.today();
  const [earliest, latest] = [addDays(today, -DAYS_FROM_TODAY), addDays(today, DAYS_FROM_TODAY)];
  if (input.from < earliest || input.from > latest) return { kind: 'date', earliest, latest };

  const found = await Promise.all(childIds.map((id) => loaders.children.load(id)));
  const children = found.filter((child) => child !== null && laCodeOfChild(child.id) === laCode);
  if (children.length < childIds.length) throw new NotFoundError('The authority has no such child.');

  await holdAppointmentsOf(db, laCode);
  const appointment = { laCode, childIds, officerId, from: input.from, by: viewer.subject, at: clock.now() };
  await insertAppointment(db, appointment);
  for (const id of childIds) loaders.reviewingOfficers.clear(id);
  touched.change({ what: 'reviewing officer appointed', laCode, ids: childIds, childIds });
  return { kind: 'appointed', children: children.filter((child) => child !== null) };
}
