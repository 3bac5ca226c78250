import type { Db } from '@mainstay/subgraph-kit';
import { rowsOfChildren, type RowsOfChildren } from '../rows-of-children.ts';
import type { LegalStatusPeriodEntity } from './legal-status.entity.ts';

/** A legal status held, as read for the graph. */
export type LegalStatusRow = Pick<LegalStatusPeriodEntity, 'childId' | 'legalStatus' | 'startedOn' | 'endedOn'>;

export type LegalStatusLoader = RowsOfChildren<LegalStatusRow>;

/** The legal statuses a child has held, oldest first. */
export function legalStatusLoader(db: Db): LegalStatusLoader {
  return rowsOfChildren<LegalStatusRow>(db, {
    select: `
      SELECT child_id AS "childId", legal_status AS "legalStatus", started_on AS "startedOn", ended_on AS "endedOn"
      FROM legal_status_period`,
    orderBy: 'started_on',
  });
}
