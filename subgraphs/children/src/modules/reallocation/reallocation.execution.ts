import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import type { FaultOfYear } from '../../history/check-life.ts';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { ChildRow } from '../child/child.repository.ts';
import {
  changeLeadProfessional,
  type ChangeLeadProfessionalInput,
} from '../social-worker-episode/social-worker-episode.service.ts';

/** Children to give other lead professionals: `ReallocateChildrenInput` of the graph. */
export interface ReallocateChildrenInput {
  readonly key: string;
  readonly from: PlainDate;
  readonly reason: string;
  readonly moves: readonly Pick<ChangeLeadProfessionalInput, 'childId' | 'basedOn' | 'workerId' | 'handOver'>[];
}

/** What came of it: `ReallocateChildrenSuccess` of the graph. */
export interface Reallocated {
  readonly children: readonly ChildRow[];
  readonly warnings: readonly FaultOfYear[];
}

const MOST_MOVES = 60;
const LONGEST_KEY = 60;

/**
 * Records every move by the service that records one, in the request's transaction; when one is refused, what was written
 * before it is rolled back. The same key again answers what was recorded the first time.
 *
 * @throws what `changeLeadProfessional` throws, the place of the child in `moves` before the field.
 */
export async function reallocateChildren(input: ReallocateChildrenInput, context: Context): Promise<Reallocated> {
  const { db, touched } = context;
  const { key, moves, from, reason } = input;
  refuseUnfit(input);
  // A refusal is an answer, not an error, so the transaction goes on after it.
  await db.query('SAVEPOINT reallocation');
  try {
    const done: Reallocated[] = [];
    for (const [index, move] of moves.entries()) {
      const one = { ...move, from, reason, key: `${key}/${index}` };
      const { child, warnings } = await atPlace(index, () => changeLeadProfessional(one, context));
      done.push({ children: [child], warnings });
    }
    return {
      children: done.flatMap(({ children }) => children),
      warnings: done.flatMap(({ warnings }) => warnings),
    };
  } catch (error) {
    await db.query('ROLLBACK TO SAVEPOINT reallocation').catch(() => undefined);
    touched.undo();
    for (const loader of Object.values(context.loaders)) if ('clearAll' in loader) loader.clearAll();
    throw error;
  }
}

function refuseUnfit({ key, moves }: ReallocateChildrenInput): void {
  if (key.length === 0 || key.length > LONGEST_KEY) {
    throw new RecordFault('key', `Give the entry a key of 1 to ${LONGEST_KEY} characters.`);
  }
  if (moves.length === 0 || moves.length > MOST_MOVES) {
    throw new RecordFault('moves', `Send 1 to ${MOST_MOVES} children at a time.`);
  }
  const twice = moves.findIndex(({ childId }, index) => moves.findIndex((one) => one.childId === childId) !== index);
  if (twice !== -1) throw new RecordFault(`moves.${twice}.childId`, 'The child is in the list twice. Take one out.');
}

async function atPlace<T>(index: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error;
    const { field } = error;
    const isOfAll = field === 'from' || field === 'reason';
    throw new RecordFault(isOfAll ? field : `moves.${index}.${field}`, error.message);
  }
}
