import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';

/** How a practice is governed; the values of the GraphQL enum `Governance`. */
export const governances = [
  'PROFESSIONAL_PARTNERSHIP',
  'SOCIAL_ENTERPRISE',
  'VOLUNTARY_ORGANISATION',
  'PRIVATE_BUSINESS',
  'IN_HOUSE',
] as const;

/** One of `governances`. */
export type Governance = (typeof governances)[number];

/** One row of `practice`. */
export interface PracticeRow {
  readonly id: string;
  readonly name: string;
  readonly governance: Governance;
  readonly parentOrganisation: string | null;
  readonly foundedOn: PlainDate;
  /** ONS codes of the authorities that have, had or have agreed a contract with it. */
  readonly hostLaCodes: readonly string[];
}

/**
 * A Social Work Practice.
 *
 * A practice is no authority's own row: it may serve several. `host_la_codes` is kept by a trigger on `contract`, so that
 * row-level security needs no look at another table: an authority sees the practices whose list it is on.
 */
export const PracticeEntity = new EntitySchema<PracticeRow>({
  name: 'Practice',
  tableName: 'practice',
  columns: {
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_practice' },
    name: { name: 'name', type: 'text' },
    governance: { name: 'governance', type: 'text' },
    parentOrganisation: { name: 'parent_organisation', type: 'text', nullable: true },
    foundedOn: { name: 'founded_on', type: 'date' },
    hostLaCodes: { name: 'host_la_codes', type: 'text', array: true, default: '{}' },
  },
  checks: [
    {
      name: 'ck_practice_governance',
      expression: `governance IN (${governances.map((governance) => `'${governance}'`).join(', ')})`,
    },
  ],
});
