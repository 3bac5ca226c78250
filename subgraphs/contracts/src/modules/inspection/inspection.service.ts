import { randomUUID } from 'node:crypto';
import { daysBetween, type PlainDate } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, NotFoundError, type Loading } from '@mainstay/subgraph-kit';
import { MOST_DAYS, MOST_INSPECTORS, type InspectionRow } from './inspection.entity.ts';
import { canManageInspections } from './inspection.policy.ts';
import { findInspectionsById, insertInspection, updateInspectionClosed } from './inspection.repository.ts';

/** What `openInspection` asks for. */
export interface OpenInspectionInput {
  readonly kind: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly inspectorIds: readonly string[];
}

/** What came of it. Everything but `opened` changed nothing. */
export type OpenInspectionOutcome =
  { readonly kind: 'opened'; readonly inspection: InspectionRow } | { readonly kind: DatesFault };

/** What can be wrong with the days of an inspection. */
export type DatesFault = 'ends-before-it-begins' | 'past' | 'too-long';

const LONGEST_TEXT = 200;

/**
 * Enters an inspection of the viewer's authority.
 *
 * @throws ForbiddenError when the viewer manages no authority; BadInputError when the kind or the inspectors cannot be
 * meant.
 */
export async function openInspection(
  { db, viewer, moment, touched }: Loading,
  input: OpenInspectionInput,
): Promise<OpenInspectionOutcome> {
  const laCode = managedBy(viewer);
  const [kind, inspectorIds] = [textOf(input.kind, 'kind'), inspectorsOf(input.inspectorIds)];
  const fault = datesFault(input, moment.today);
  if (fault) return { kind: fault };
  const inspection = await insertInspection(db, {
    laCode,
    id: `${laCode}.${randomUUID()}`,
    kind,
    fromDay: input.from,
    toDay: input.to,
    inspectorIds,
    openedAt: moment.now,
    openedBy: viewer.subject,
  });
  touched.change({ what: 'inspection opened', laCode, ids: [inspection.id], childIds: [] });
  return { kind: 'opened', inspection };
}

/**
 * Closes an inspection of the viewer's authority at once. One that is closed already stays as it is.
 *
 * @throws ForbiddenError when the viewer manages no authority; NotFoundError when the inspection is not the authority's.
 */
export async function closeInspection(
  { db, viewer, moment, touched }: Loading,
  { inspectionId }: { inspectionId: string },
): Promise<InspectionRow> {
  const laCode = managedBy(viewer);
  const closing = { closedAt: moment.now, closedBy: viewer.subject };
  const closed = await updateInspectionClosed(db, { laCode, id: inspectionId }, closing);
  if (closed) {
    touched.change({ what: 'inspection closed', laCode, ids: [closed.id], childIds: [] });
    return closed;
  }
  const found = (await findInspectionsById(db, [inspectionId])).find((inspection) => inspection.laCode === laCode);
  if (!found) throw new NotFoundError('The authority has no such inspection.');
  return found;
}

/** What is wrong with the days, if anything. */
export function datesFault({ from, to }: { from: PlainDate; to: PlainDate }, today: PlainDate): DatesFault | null {
  if (to < from) return 'ends-before-it-begins';
  if (daysBetween(from, to) + 1 > MOST_DAYS) return 'too-long';
  return to < today ? 'past' : null;
}

function managedBy(viewer: Loading['viewer']): string {
  const laCode = viewer.laCodes[0] ?? '';
  if (!canManageInspections(viewer, laCode)) {
    throw new ForbiddenError('Only managers of a local authority open and close its inspections.');
  }
  return laCode;
}

function inspectorsOf(ids: readonly string[]): string[] {
  const inspectors = [...new Set(ids.map((id) => textOf(id, 'id of every inspector')))];
  if (inspectors.length === 0 || inspectors.length > MOST_INSPECTORS) {
    throw new BadInputError(`Name 1 to ${MOST_INSPECTORS} inspectors.`);
  }
  return inspectors;
}

function textOf(given: string, what: string): string {
  const text = given.trim();
  if (text !== '' && text.length <= LONGEST_TEXT) return text;
  throw new BadInputError(`Give the ${what} in 1 to ${LONGEST_TEXT} characters.`);
}
