import { type KnownAtArgs, knownAtOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { HandOverEntity } from './hand-over.entity.ts';

export const handOverResolvers = {
  Child: {
    handOvers: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.handOvers.load({ child, knownAt: knownAtOf(args) }),
  },
  HandOver: {
    from: ({ fromWorkerId }: HandOverEntity) => (fromWorkerId === null ? null : { id: fromWorkerId }),
    to: ({ toWorkerId }: HandOverEntity) => ({ id: toWorkerId }),
    childTold: ({ isChildTold, childToldNotKnown }: HandOverEntity) => ({
      value: isChildTold,
      notKnown: childToldNotKnown,
    }),
    childIntroduced: ({ isChildIntroduced, childIntroducedNotKnown }: HandOverEntity) =>
      isChildIntroduced === null && childIntroducedNotKnown === null
        ? null
        : { value: isChildIntroduced, notKnown: childIntroducedNotKnown },
    recorded: (handOver: HandOverEntity) => handOver,
  },
};
