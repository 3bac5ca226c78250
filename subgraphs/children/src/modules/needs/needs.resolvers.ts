import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { needsGroups, needsRules, type NeedsRules } from '../../needs/needs-rules.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { Needs } from './needs.service.ts';

/** Needs, between the graph and the rule. */
export const needsResolvers = {
  Query: { needsRules: () => needsRules },
  Child: {
    needs: (child: ChildRow, { on }: { on?: PlainDate | null }, { loaders, clock }: Context) =>
      loaders.needs.load({ child, on: on ?? clock.today() }),
  },
  Needs: { weight: ({ tenths }: Needs) => tenths / 10 },
  NeedsRules: {
    weights: ({ tenths, definitions }: NeedsRules) =>
      needsGroups.map((group) => ({ group, weight: tenths[group] / 10, definition: definitions[group] })),
  },
};
