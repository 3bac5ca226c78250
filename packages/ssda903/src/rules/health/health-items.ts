import type { ReturnRow } from '../../checking/return-row.ts';

/** What is asked of every child looked after for twelve months. */
export const alwaysAsked = ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'] as const;

/** The items on health and offending, other than the strengths and difficulties score. */
export const healthItems = [
  'CONVICTED',
  'HEALTH_CHECK',
  ...alwaysAsked,
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
] as const;

/** The items on health and offending that a row has completed. */
export function filled(row: ReturnRow<'OC2'>): readonly (typeof healthItems)[number][] {
  return healthItems.filter((item) => !row.isBlank(item));
}
