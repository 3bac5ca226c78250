import type { QueryRunner } from 'typeorm';
import { guardTable } from '@mainstay/subgraph-kit';

/** The columns that say which practice may see a row about a child. Kept by triggers on `allocation`. */
export const accessColumnsSql = `
  access_practice_id text,
  access_from date,
  access_until date`;

/** Every table with rows about one child, in the order in which their access columns are kept. */
export const tablesOfChildren = [
  'child',
  'episode',
  'period_of_care',
  'placement',
  'legal_status_period',
  'social_worker_episode',
  'review',
  'care_leaver',
] as const;

/** Guards a table with rows about children: read by all audiences, written by the authority and, for access, by us. */
export function guardChildTable(queryRunner: QueryRunner, table: (typeof tablesOfChildren)[number]): Promise<void> {
  return guardTable(queryRunner, {
    table,
    la: 'write',
    practice: 'read',
    inspector: 'read',
    service: 'write',
    figures: 'la_code = ANY ((SELECT sec.las())::text[])',
  });
}
