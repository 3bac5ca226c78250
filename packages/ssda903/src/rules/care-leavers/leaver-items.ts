import type { ReturnRow } from '../../checking/return-row.ts';

/** What is asked of a care leaver. */
export const leaverItems = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const;

/** True when a row says anything of a care leaver. */
export function hasLeaverItems(row: ReturnRow<'OC3'>): boolean {
  return leaverItems.some((item) => !row.isBlank(item));
}
