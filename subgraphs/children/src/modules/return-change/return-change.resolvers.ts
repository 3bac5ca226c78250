import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { ReturnChangeRow } from './return-change.loader.ts';

export const returnChangeResolvers = {
  Child: {
    returnChanges: (child: ChildRow, _args: unknown, { loaders }: Context) => loaders.returnChanges.load(child),
  },
  ReturnChange: {
    at: ({ recordedAt }: ReturnChangeRow) => recordedAt,
    by: ({ recordedBy }: ReturnChangeRow) => ({ id: recordedBy }),
  },
};
