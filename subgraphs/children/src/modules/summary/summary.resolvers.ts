import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { SummaryItem } from './summary.item.ts';
import { summaryOf } from './summary.service.ts';

/** A child's summary, between the graph and the domain. */
export const summaryResolvers = {
  Child: {
    summary: (child: ChildRow, _args: unknown, context: Context) => summaryOf(child, context),
  },
  SummaryItem: {
    worker: ({ workerId }: SummaryItem) => (workerId === undefined ? null : { id: workerId }),
    person: ({ personId }: SummaryItem) => (personId === undefined ? null : { id: personId }),
  },
};
