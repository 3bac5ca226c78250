import type { PlainDate } from '@mainstay/primitives';
import type { ChildHistory } from './derive-child-history.ts';

/** A child whose history is known. */
export interface KnownChild {
  readonly laCode: string;
  readonly id: string;
  readonly localId: string;
  readonly history: ChildHistory;
  readonly recordedAt: Date;
}

/** The id of something about a child that is known by the day it began: the same each time it is derived. */
export function idOnDay(child: string, day: PlainDate): string {
  return `${child}.${day.replaceAll('-', '')}`;
}
