import { orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';

/** Somebody changed the child's history meanwhile. Becomes `HistoryChangedError` of the graph; nothing was recorded. */
export class HistoryChanged extends Error {
  override readonly name = 'HistoryChanged';
  readonly childId: string;

  constructor(childId: string) {
    super('Somebody changed this child’s history after you opened it. Look at it as it is now, then send yours again.');
    this.childId = childId;
  }
}

/** Answers what `work` does as a `RecordCareSuccess`, or the member of `RecordCareResult` that says why it could not be. */
export function orHistoryFailure(context: Context, work: () => Promise<object>): Promise<object> {
  return orFailureOfHistory(context, async () => ({ __typename: 'RecordCareSuccess', ...(await work()) }));
}

/** Answers what `work` does, or the failure of changing a child's history that says why it could not be. */
export function orFailureOfHistory(context: Context, work: () => Promise<object>): Promise<object> {
  return orFailure(async () => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HistoryChanged)) throw error;
      const child = await context.loaders.children.clear(error.childId).load(error.childId);
      return {
        __typename: 'HistoryChangedError',
        message: error.message,
        historyVersion: child?.historyVersion ?? '0',
        child,
      };
    }
  });
}
