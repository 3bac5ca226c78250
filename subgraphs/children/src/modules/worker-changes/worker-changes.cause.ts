import { addDays, type PlainDate } from '@mainstay/primitives';
import type { TimeInPost } from '../caseload/caseload.sources.ts';
import type { WorkerChange } from '../continuity/continuity.of-child.ts';

/** Why a child's worker changed: `WorkerChangeCause` of the graph. */
export type WorkerChangeCause = 'WORKER_LEFT' | 'CHILD_TRANSFERRED' | 'WORKER_STAYED' | 'NOT_KNOWN';

/** For so many days after a change the worker before may still be in post, and have left all the same. */
const LEAVING_DAYS = 28;

/**
 * Why a child's worker changed, given the posts of the worker before. A worker has left who held a post and holds none
 * within 28 days after the change, be it that another begins later. Who left is left, where the child was transferred too.
 */
export function causeOfChange(
  { on, isTransfer }: Pick<WorkerChange, 'on' | 'isTransfer'>,
  posts: readonly Pick<TimeInPost, 'from' | 'until'>[],
): WorkerChangeCause {
  const begun = posts.filter(({ from }) => from <= on);
  const isStaying = posts.some((post) => isHeldOn(post, addDays(on, LEAVING_DAYS)));
  if (begun.length > 0 && !isStaying) return 'WORKER_LEFT';
  if (isTransfer) return 'CHILD_TRANSFERRED';
  return begun.length > 0 ? 'WORKER_STAYED' : 'NOT_KNOWN';
}

function isHeldOn({ from, until }: Pick<TimeInPost, 'from' | 'until'>, day: PlainDate): boolean {
  return from <= day && (until === null || until >= day);
}
