import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { drawList, type DrawnRow } from './annex-a.service.ts';

/** Ofsted's lists, between the graph and the domain. */
export const annexAResolvers = {
  LocalAuthority: {
    annexA: ({ id }: { id: string }, args: { list: number; asAt?: PlainDate | null }, context: Context) =>
      drawList(id, args, context),
  },
  AnnexARow: {
    worker: ({ workerId }: DrawnRow) => (workerId === null ? null : { id: workerId }),
    child: ({ childId }: { childId: string }, _args: unknown, { loaders }: Context) => loaders.children.load(childId),
  },
};
