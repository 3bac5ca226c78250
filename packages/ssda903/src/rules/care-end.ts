import type { PlainDate } from '@mainstay/primitives';
import type { ChildRows } from '../checking/child-rows.ts';
import type { ReturnRow } from '../checking/return-row.ts';
import { endsCare } from './care-status.ts';

/** The episodes that end being looked after on a day that can be read. */
export function careEnds(child: ChildRows): readonly ReturnRow<'Episodes'>[] {
  return child.episodes().filter((episode) => endsCare(episode) && episode.date('DEC') !== null);
}

/** The latest episode that had begun by the end of `day`. */
export function latestBegun(child: ChildRows, day: PlainDate): ReturnRow<'Episodes'> | null {
  return child.episodes().findLast((episode) => (episode.date('DECOM') ?? '9999') <= day) ?? null;
}

/** True when the child ceased to be looked after on `day` or later, or has ceased and not come back. */
export function hasLeftCareSince(child: ChildRows, day: PlainDate): boolean {
  const last = child.episodes().at(-1);
  return (
    (last !== undefined && endsCare(last)) || careEnds(child).some((episode) => (episode.date('DEC') ?? '') >= day)
  );
}
