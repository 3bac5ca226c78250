import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';

/** The most days of an inspection, the first and the last included: 12 weeks. */
export const MOST_DAYS = 84;

/** The most inspectors of one inspection. */
export const MOST_INSPECTORS = 20;

/** One row of `inspection`. */
export interface InspectionRow {
  readonly laCode: string;
  /** Begins with the authority's code: `<ONS code>.<UUID>`. */
  readonly id: string;
  readonly kind: string;
  readonly fromDay: PlainDate;
  /** The last day, which still belongs to it. */
  readonly toDay: PlainDate;
  /** The subjects that the inspectors sign in with. */
  readonly inspectorIds: readonly string[];
  readonly openedAt: Date;
  readonly openedBy: string;
  /** When the authority closed it; null when nobody did. */
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
}

/** An inspection of an authority's children's services, and who inspects. */
export const InspectionEntity = new EntitySchema<InspectionRow>({
  name: 'Inspection',
  tableName: 'inspection',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_inspection' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_inspection' },
    kind: { name: 'kind', type: 'text' },
    fromDay: { name: 'from_day', type: 'date' },
    toDay: { name: 'to_day', type: 'date' },
    inspectorIds: { name: 'inspector_ids', type: 'text', array: true },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    openedBy: { name: 'opened_by', type: 'text' },
    closedAt: { name: 'closed_at', type: 'timestamptz', nullable: true },
    closedBy: { name: 'closed_by', type: 'text', nullable: true },
  },
  checks: [
    { name: 'ck_inspection_id', expression: `starts_with(id, la_code || '.')` },
    { name: 'ck_inspection_days', expression: `to_day >= from_day AND to_day - from_day < ${MOST_DAYS}` },
    {
      name: 'ck_inspection_inspectors',
      expression: `cardinality(inspector_ids) BETWEEN 1 AND ${MOST_INSPECTORS}`,
    },
    { name: 'ck_inspection_closed', expression: '(closed_at IS NULL) = (closed_by IS NULL)' },
  ],
  foreignKeys: [
    {
      name: 'fk_inspection_local_authority',
      target: 'LocalAuthority',
      columnNames: ['laCode'],
      referencedColumnNames: ['laCode'],
    },
  ],
});
