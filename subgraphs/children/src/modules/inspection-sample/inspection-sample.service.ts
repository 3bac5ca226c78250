import { BadInputError, ForbiddenError, laCodeOfChild, NotFoundError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { canReadSample, canSample } from './inspection-sample.policy.ts';
import { findSample, insertSample, updateRemoved, type SampleChange } from './inspection-sample.repository.ts';

const MOST_CHILDREN = 500;

/** Which children of which inspection: `SampleChildrenInput` of the graph. */
export interface SampleChildrenInput {
  readonly inspectionId: string;
  readonly childIds: readonly string[];
}

/** The children in the sample of an inspection that the viewer may see, by local id. */
export async function sampleOf(inspectionId: string, context: Context): Promise<ChildRow[]> {
  const { viewer, db, loaders, touched } = context;
  const laCode = laCodeOfChild(inspectionId);
  if (!canReadSample(viewer, { inspectionId, laCode })) return [];
  const childIds = await findSample(db, inspectionId, laCode);
  const found = await Promise.all(childIds.map((id) => loaders.children.load(id)));
  const children = found.filter((child) => child !== null);
  touched.list(
    'sample',
    children.map(({ id }) => id),
  );
  return children.toSorted((a, b) => (a.localId < b.localId ? -1 : 1));
}

/**
 * Adds children to the sample of an inspection, all of them or none, and answers the inspection.
 *
 * @throws ForbiddenError when the viewer samples for no authority; NotFoundError when the inspection is not the
 * authority's, or a child is none the viewer may see; BadInputError when no child is named, or too many are.
 */
export async function sampleChildren(input: SampleChildrenInput, context: Context): Promise<{ id: string }> {
  const { db, loaders, touched } = context;
  const change = changeOf(input, context);
  const children = await Promise.all(change.childIds.map((id) => loaders.children.load(id)));
  if (children.some((child) => child?.laCode !== change.laCode)) {
    throw new NotFoundError('The authority has no such child.');
  }
  const childIds = await insertSample(db, change);
  if (childIds.length > 0) {
    const what = 'child sampled for inspection';
    touched.change({ what, laCode: change.laCode, ids: [change.inspectionId], childIds });
  }
  return { id: input.inspectionId };
}

/**
 * Takes children from the sample of an inspection, and answers the inspection.
 *
 * @throws ForbiddenError when the viewer samples for no authority; NotFoundError when the inspection is not the
 * authority's; BadInputError when no child is named, or too many are.
 */
export async function removeFromSample(input: SampleChildrenInput, context: Context): Promise<{ id: string }> {
  const { db, touched } = context;
  const change = changeOf(input, context);
  const childIds = await updateRemoved(db, change);
  if (childIds.length > 0) {
    const what = 'child taken from sample';
    touched.change({ what, laCode: change.laCode, ids: [change.inspectionId], childIds });
  }
  return { id: input.inspectionId };
}

function changeOf({ inspectionId, childIds }: SampleChildrenInput, { viewer, clock }: Context): SampleChange {
  const laCode = viewer.laCodes[0] ?? '';
  if (!canSample(viewer, laCode)) {
    throw new ForbiddenError('Only managers and analysts of a local authority choose the sample of an inspection.');
  }
  if (laCodeOfChild(inspectionId) !== laCode) throw new NotFoundError('The authority has no such inspection.');
  const ids = [...new Set(childIds)];
  if (ids.length === 0 || ids.length > MOST_CHILDREN) throw new BadInputError(`Name 1 to ${MOST_CHILDREN} children.`);
  return { laCode, inspectionId, childIds: ids, by: viewer.subject, at: clock.now() };
}
