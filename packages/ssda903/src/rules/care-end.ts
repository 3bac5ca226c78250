import type { PlainDate } from '@mainstay/primitives';
import type { ChildRows } from '../checking/child-rows.ts';
import type { ReturnRow } from '../checking/return-row.ts';
import { endsCare } from './care-status.ts';
import { countUntil } from './spans.ts';

/** The episodes that end being looked after on a day that can be read. */
export function careEnds(child: ChildRows): readonly ReturnRow<'Episodes'>[] {
  return child.episodes().filter((episode) => endsCare(episode) && episode.date('DEC') !== null);
}

/** The latest episode that had begun by the end of `day`. */
export function latestBegun(child: ChildRows, day: PlainDate): ReturnRow<'Episodes'> | null {
  return child.episodes()[indexOfLatestBegun(child, day)] ?? null;
}

/** Where the latest episode that had begun by the end of `day` stands among the child's episodes; -1 when none had. */
export function indexOfLatestBegun(child: ChildRows, day: PlainDate): number {
  return countUntil(child.episodes(), day, { dayOf: (episode) => episode.date('DECOM') ?? '', isIncluded: true }) - 1;
}

/** The last day on which the child ceased to be looked after; an empty string when that never was. */
function latestCareEnd(child: ChildRows): string {
  let latest = '';
  for (const episode of careEnds(child)) {
    const ended = episode.date('DEC') ?? '';
    if (ended > latest) latest = ended;
  }
  return latest;
}

/** True when the child ceased to be looked after on `day` or later, or has ceased and not come back. */
export function hasLeftCareSince(child: ChildRows, day: PlainDate): boolean {
  const last = child.episodes().at(-1);
  return (last !== undefined && endsCare(last)) || child.once(latestCareEnd, undefined) >= day;
}
