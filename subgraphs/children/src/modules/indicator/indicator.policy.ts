import { assertUnreachable, type PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { childScope } from '../child/child.policy.ts';
import type { MeasureOwner } from './indicator.question.ts';

/**
 * What a viewer may see of somebody's measures.
 *
 * - `own-rows`: the figure of the children that the viewer may see, made of the rows the viewer may see
 * - `figures`: the figure of all children concerned, some of whom the viewer may no longer see
 * - `withheld`: nothing
 */
export type MeasureAccess = 'own-rows' | 'figures' | 'withheld';

/**
 * Who may see whose measures.
 *
 * - the authority's staff, and an inspector in the window: the authority's, and those of a practice as far as its
 *   children are the authority's
 * - a practice's staff: the practice's own
 * - nobody else
 */
export function measureAccess(viewer: Viewer, owner: MeasureOwner, today: PlainDate): MeasureAccess {
  const { laCodes } = childScope(viewer, today);
  if (laCodes.length === 0) return 'withheld';
  switch (viewer.audience) {
    case 'la':
    case 'inspector':
      return owner.kind === 'practice' || laCodes.includes(owner.id) ? 'own-rows' : 'withheld';
    case 'practice':
      return owner.kind === 'practice' && owner.id === viewer.practiceId ? 'figures' : 'withheld';
    default:
      return assertUnreachable(viewer.audience);
  }
}
