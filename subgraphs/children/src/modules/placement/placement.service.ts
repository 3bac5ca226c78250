import type { PlainDate } from '@mainstay/primitives';
import type { PlacementRow } from './placement.loader.ts';

/**
 * Where the child lives on a day, or null when in no placement.
 *
 * A temporary placement comes before the one it interrupts, which goes on meanwhile. The day a placement ends is the
 * first of the next.
 */
export function placementOn(placements: readonly PlacementRow[], day: PlainDate): PlacementRow | null {
  const open = placements.filter(
    (placement) => placement.startedOn <= day && (placement.endedOn === null || placement.endedOn > day),
  );
  return open.findLast((placement) => placement.isTemporary) ?? open.at(-1) ?? null;
}
