import { BadInputError, oneByKey, type Db, type Loading } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { AllocationGroundsRow } from './allocation.grounds-entity.ts';

/** What somebody said, or why it is not known: `AllocationViewsInput` of the graph. */
export interface ViewsInput {
  readonly said?: string | null;
  readonly notKnownBecause?: string | null;
}

/** A child to allocate: `ChildToAllocateInput` of the graph. */
export interface ChildToAllocate {
  readonly childId: string;
  readonly childsViews: ViewsInput;
  readonly parentsViews: ViewsInput;
  readonly judgement?: string | null;
}

/** The most characters somebody's views, or a judgement, may have. */
const LONGEST = 2_000;

/**
 * What was given for a child, without spaces about it.
 *
 * @throws BadInputError when views are neither told nor said not to be known, or both, or a text is too long.
 */
export function groundsOf(child: ChildToAllocate): Omit<AllocationGroundsRow, 'laCode' | 'id'> {
  const childs = viewsOf(child.childsViews);
  const parents = viewsOf(child.parentsViews);
  return {
    childSaid: childs.said,
    childNotKnownBecause: childs.because,
    parentsSaid: parents.said,
    parentsNotKnownBecause: parents.because,
    judgement: textOf(child.judgement),
  };
}

function viewsOf({ said, notKnownBecause }: ViewsInput): { said: string | null; because: string | null } {
  const views = { said: textOf(said), because: textOf(notKnownBecause) };
  if ((views.said === null) === (views.because === null)) {
    throw new BadInputError('Give the views of each child and of the birth parents, or why they are not known.');
  }
  return views;
}

/** @throws BadInputError when it is too long. */
export function textOf(text: string | null | undefined): string | null {
  const given = text?.trim() ?? '';
  if (given.length > LONGEST) throw new BadInputError(`Write at most ${LONGEST} characters.`);
  return given === '' ? null : given;
}

/** Keeps what was heard and judged before each of these allocations. */
export async function insertAllocationGrounds(
  db: Db,
  grounds: readonly AllocationGroundsRow[],
  recordedBy: string,
): Promise<void> {
  await db.query(
    `INSERT INTO allocation_grounds (la_code, id, child_said, child_not_known_because, parents_said,
                                     parents_not_known_because, judgement, recorded_by)
     SELECT "laCode", id, "childSaid", "childNotKnownBecause", "parentsSaid", "parentsNotKnownBecause", judgement, $2
       FROM jsonb_to_recordset($1::jsonb)
         AS t ("laCode" text, id text, "childSaid" text, "childNotKnownBecause" text, "parentsSaid" text,
               "parentsNotKnownBecause" text, judgement text)`,
    [JSON.stringify(grounds), recordedBy],
  );
}

/** The grounds of allocations that the viewer has been shown; machines read none. */
export function groundsLoader({ db, viewer }: Loading): DataLoader<string, AllocationGroundsRow | null> {
  return oneByKey(
    async (ids) =>
      viewer.role === 'integrator'
        ? []
        : db.query<AllocationGroundsRow>(
            `SELECT la_code AS "laCode", id, child_said AS "childSaid",
                    child_not_known_because AS "childNotKnownBecause", parents_said AS "parentsSaid",
                    parents_not_known_because AS "parentsNotKnownBecause", judgement
               FROM allocation_grounds WHERE id = ANY ($1)`,
            [[...ids]],
          ),
    (grounds) => grounds.id,
  );
}
