import { assertUnreachable, type PlainDate } from '@mainstay/primitives';
import { hasScope, seesNamedChildrenOnly, type Viewer } from '@mainstay/subgraph-kit';
import type { MeasureOwner } from './indicator.question.ts';

/**
 * What a viewer may see of somebody's measures.
 *
 * - `own-rows`: the figure of the children that the viewer may see, made of the rows the viewer may see
 * - `figures`: the figure of all children concerned, some of whom the viewer may no longer see
 * - `published`: the figure as it could be published: small numbers are kept back, and whatever they follow from
 * - `withheld`: nothing
 */
export type MeasureAccess = 'own-rows' | 'figures' | 'published' | 'withheld';

/**
 * Who may see whose measures. Children restricted to others are in none of them.
 *
 * - the authority's staff, and machines with the scope `children`: the authority's, and those of a practice as far as its
 *   children are the authority's
 * - an inspector in the window: the same, exactly, though the records behind them are open for the sample only
 * - an Independent Reviewing Officer, and machines with the scope `figures` but not `children`: the same, as they could be
 *   published
 * - a practice's staff: the practice's own
 * - nobody else, and nobody under a broken glass
 */
export function measureAccess(viewer: Viewer, owner: MeasureOwner, today: PlainDate): MeasureAccess {
  const laCodes = authoritiesOf(viewer, today);
  if (laCodes.length === 0 || viewer.breakGlass !== null) return 'withheld';
  const isOfAuthority = owner.kind === 'practice' || laCodes.includes(owner.id);
  switch (viewer.audience) {
    case 'la':
      return isOfAuthority ? accessOfAuthority(viewer) : 'withheld';
    case 'inspector':
      return isOfAuthority ? 'figures' : 'withheld';
    case 'practice':
      return owner.kind === 'practice' && owner.id === viewer.practiceId ? 'figures' : 'withheld';
    default:
      return assertUnreachable(viewer.audience);
  }
}

/** The authorities whose children's figures the viewer may see on a day. */
export function authoritiesOf(viewer: Viewer, today: PlainDate): readonly string[] {
  switch (viewer.audience) {
    case 'la':
      return viewer.laCodes;
    case 'practice':
      return viewer.practiceId ? viewer.laCodes : [];
    case 'inspector': {
      const { inspection } = viewer;
      return inspection && inspection.from <= today && today <= inspection.to ? [inspection.laCode] : [];
    }
    default:
      return assertUnreachable(viewer.audience);
  }
}

function accessOfAuthority(viewer: Viewer): MeasureAccess {
  if (seesNamedChildrenOnly(viewer)) return 'published';
  if (hasScope(viewer, 'children')) return 'own-rows';
  return hasScope(viewer, 'figures') ? 'published' : 'withheld';
}
