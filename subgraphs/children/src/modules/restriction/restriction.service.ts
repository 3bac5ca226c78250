import { randomUUID } from 'node:crypto';
import { BadInputError, ForbiddenError, laCodeOfChild, NotFoundError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { canChangeRestriction, canReadRestriction, canRestrict, namedPeople } from './restriction.policy.ts';
import {
  endPeople,
  findRestrictions,
  findRestrictionsInForce,
  findRestrictionsOf,
  holdRestrictionsOf,
  insertPeople,
  insertRestriction,
  updateLifted,
  type RestrictionRow,
} from './restriction.repository.ts';

const SHORTEST_REASON = 10;
const LONGEST_REASON = 2_000;
const MOST_PEOPLE = 100;
const LONGEST_SUBJECT = 255;

/** What is restricted: `RestrictRecordInput` of the graph. */
export interface RestrictRecordInput {
  readonly childId: string;
  readonly reason: string;
  readonly namedPersonIds: readonly string[];
}

/** What came of it; `restricted-already` changed nothing. */
export interface RestrictRecordOutcome {
  readonly kind: 'restricted' | 'restricted-already';
  readonly restriction: RestrictionRow;
}

/** The restrictions of an authority that the viewer may read, as its manager; of children who may be seen. */
export async function restrictionsOf(laCode: string, context: Context): Promise<RestrictionRow[]> {
  const { viewer, db, loaders, touched } = context;
  if (!canRestrict(viewer, laCode)) return [];
  const readable = (await findRestrictionsOf(db, laCode)).filter((row) => canReadRestriction(viewer, row));
  const children = await Promise.all(readable.map(({ childId }) => loaders.children.load(childId)));
  const shown = readable.filter((_, index) => children[index]);
  touched.list(
    'restrictions',
    shown.map(({ childId }) => childId),
  );
  return shown;
}

/**
 * Restricts a child's record to named people and the manager who asks.
 *
 * @throws ForbiddenError when the viewer manages no authority; NotFoundError when the child is none the viewer may see,
 * so also when the record is restricted to others; BadInputError when the reason or the people cannot be meant.
 */
export async function restrictRecord(input: RestrictRecordInput, context: Context): Promise<RestrictRecordOutcome> {
  const { viewer, db, clock, loaders, touched } = context;
  requireManager(context);
  const reason = input.reason.trim();
  if (reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON) {
    throw new BadInputError(`Give a reason of ${SHORTEST_REASON} to ${LONGEST_REASON} characters.`);
  }
  const named = namedPeople(requirePeople(input.namedPersonIds), [viewer.subject]);
  const laCode = laCodeOfChild(input.childId);
  const child = canRestrict(viewer, laCode) ? await loaders.children.load(input.childId) : null;
  if (!child) throw noSuchChild();

  await holdRestrictionsOf(db, child.id);
  const [inForce] = await findRestrictionsInForce(db, [child.id]);
  if (inForce && !canReadRestriction(viewer, inForce)) throw noSuchChild();
  if (inForce) return { kind: 'restricted-already', restriction: inForce };

  const restriction: RestrictionRow = {
    laCode,
    id: `${laCode}.${randomUUID()}`,
    childId: child.id,
    reason,
    placedAt: clock.now(),
    placedBy: viewer.subject,
    liftedAt: null,
    named: named.toSorted(),
  };
  await insertRestriction(db, restriction);
  touched.change({ what: 'restriction placed', laCode, ids: [restriction.id], childIds: [child.id] });
  return { kind: 'restricted', restriction };
}

/**
 * Names the people of a restriction anew.
 *
 * @throws ForbiddenError when the viewer manages no authority; NotFoundError when the restriction is none the viewer may
 * change; BadInputError when it has been lifted, or the people cannot be meant.
 */
export async function nameForRecord(
  input: { readonly restrictionId: string; readonly namedPersonIds: readonly string[] },
  context: Context,
): Promise<RestrictionRow> {
  const { viewer, db, clock, touched } = context;
  const wanted = requirePeople(input.namedPersonIds);
  const restriction = await restrictionToChange(input.restrictionId, context);
  if (restriction.liftedAt) throw new BadInputError('The restriction has been lifted. Place a new one.');

  const named = namedPeople(wanted, [restriction.placedBy, viewer.subject]).toSorted();
  const change = { by: viewer.subject, at: clock.now() };
  const [added, ended] = [without(named, restriction.named), without(restriction.named, named)];
  if (added.length + ended.length === 0) return restriction;
  await endPeople(db, restriction, { ...change, people: ended });
  await insertPeople(db, restriction, { ...change, people: added });
  touched.change({
    what: 'people named for a restricted record',
    laCode: restriction.laCode,
    ids: [restriction.id],
    childIds: [restriction.childId],
  });
  return { ...restriction, named };
}

/**
 * Lifts a restriction; one that has been lifted stays as it is.
 *
 * @throws ForbiddenError when the viewer manages no authority; NotFoundError when the restriction is none the viewer may
 * change.
 */
export async function liftRestriction(
  input: { readonly restrictionId: string },
  context: Context,
): Promise<RestrictionRow> {
  const { viewer, db, clock, touched } = context;
  const restriction = await restrictionToChange(input.restrictionId, context);
  if (restriction.liftedAt) return restriction;
  const at = clock.now();
  await updateLifted(db, restriction, { by: viewer.subject, at });
  touched.change({
    what: 'restriction lifted',
    laCode: restriction.laCode,
    ids: [restriction.id],
    childIds: [restriction.childId],
  });
  return { ...restriction, liftedAt: at };
}

async function restrictionToChange(id: string, context: Context): Promise<RestrictionRow> {
  const { viewer, db } = context;
  requireManager(context);
  const readable = async (): Promise<RestrictionRow> => {
    const [found] = await findRestrictions(db, [id]);
    if (!found || !canReadRestriction(viewer, found) || !canChangeRestriction(viewer, found)) {
      throw new NotFoundError('The authority has no such restriction.');
    }
    return found;
  };
  const { childId } = await readable();
  await holdRestrictionsOf(db, childId);
  // Whoever was before us may have changed it.
  return readable();
}

function requireManager({ viewer }: Context): void {
  if (canRestrict(viewer, viewer.laCodes[0] ?? '')) return;
  throw new ForbiddenError('Only managers of a local authority restrict its records.');
}

function requirePeople(ids: readonly string[]): string[] {
  const people = [...new Set(ids.map((id) => id.trim()))];
  if (people.length > MOST_PEOPLE) throw new BadInputError(`Name at most ${MOST_PEOPLE} people.`);
  if (people.some((id) => id === '' || id.length > LONGEST_SUBJECT)) {
    throw new BadInputError('At least one id is not that of a person.');
  }
  return people;
}

function noSuchChild(): NotFoundError {
  return new NotFoundError('The authority has no such child.');
}

function without(all: readonly string[], some: readonly string[]): string[] {
  return all.filter((one) => !some.includes(one));
}
