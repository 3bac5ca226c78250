import type { EntitySchemaColumnOptions } from 'typeorm';

/**
 * Which practice may see the row, and between which instants. Kept on every row about a child by triggers on `allocation`, so that row-level
 * security compares columns of the row itself; nothing in the code writes them.
 */
export interface AccessColumns {
  /**
   * The practice the child is allocated to; null when the child is with no practice, and on rows of a part of the record
   * whose function the practice's contract does not delegate.
   */
  accessPracticeId: string | null;
  /** The first instant of that allocation. */
  accessFrom: Date | null;
  /** The first instant after it; `Infinity` while it lasts. */
  accessUntil: Date | number | null;
}

export const accessColumns: Record<keyof AccessColumns, EntitySchemaColumnOptions> = {
  accessPracticeId: { name: 'access_practice_id', type: 'text', nullable: true },
  accessFrom: { name: 'access_from', type: 'timestamptz', nullable: true },
  accessUntil: { name: 'access_until', type: 'timestamptz', nullable: true },
};
