import type { EntitySchemaColumnOptions } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';

/**
 * Which practice may see the row today. Kept on every row about a child by triggers on `allocation`, so that row-level
 * security compares columns of the row itself; nothing in the code writes them.
 */
export interface AccessColumns {
  /** The practice the child is allocated to; null when the child is with no practice. */
  accessPracticeId: string | null;
  /** The first day of that allocation. */
  accessFrom: PlainDate | null;
  /** Its last day; `9999-12-31` while it lasts. */
  accessUntil: PlainDate | null;
}

export const accessColumns: Record<keyof AccessColumns, EntitySchemaColumnOptions> = {
  accessPracticeId: { name: 'access_practice_id', type: 'text', nullable: true },
  accessFrom: { name: 'access_from', type: 'date', nullable: true },
  accessUntil: { name: 'access_until', type: 'date', nullable: true },
};
