import { delegatedFunctions, type DelegatedFunction, type PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';

/** When children under section 31 come to the practice; the values of the GraphQL enum `AllocatesAt`. */
export const allocatesAtValues = ['INTERIM_ORDER', 'PROCEEDINGS_END'] as const;

/** One of them. */
export type AllocatesAt = (typeof allocatesAtValues)[number];

/** One row of `contract`. */
export interface ContractRow {
  readonly laCode: string;
  readonly id: string;
  readonly practiceId: string;
  readonly startsOn: PlainDate;
  /** The last day, which still belongs to the contract; null when no end was agreed. */
  readonly endsOn: PlainDate | null;
  readonly agreedChildren: number;
  readonly agreedChildrenTolerance: number;
  readonly delegatedFunctions: readonly DelegatedFunction[];
  readonly allocatesAt: AllocatesAt;
  /** The instant at which it was ended with immediate effect; null for a contract that runs to its last day. */
  readonly endedAt: Date | null;
}

/**
 * An agreement between one local authority and one practice. The authority's row: its code leads the key, and `id` is
 * unique over all authorities because it is all that a reference in the graph carries.
 */
export const ContractEntity = new EntitySchema<
  ContractRow & { readonly recordedAt: Date; readonly endedBy: string | null; readonly endReason: string | null }
>({
  name: 'Contract',
  tableName: 'contract',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_contract' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_contract' },
    practiceId: { name: 'practice_id', type: 'text' },
    startsOn: { name: 'starts_on', type: 'date' },
    endsOn: { name: 'ends_on', type: 'date', nullable: true },
    agreedChildren: { name: 'agreed_children', type: 'integer' },
    agreedChildrenTolerance: { name: 'agreed_children_tolerance', type: 'integer' },
    delegatedFunctions: { name: 'delegated_functions', type: 'text', array: true },
    allocatesAt: { name: 'allocates_at', type: 'text', default: 'PROCEEDINGS_END' },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
    endedBy: { name: 'ended_by', type: 'text', nullable: true },
    endReason: { name: 'end_reason', type: 'text', nullable: true },
    recordedAt: { name: 'recorded_at', type: 'timestamptz', default: () => 'now()' },
  },
  uniques: [{ name: 'uq_contract_id', columns: ['id'] }],
  indices: [
    { name: 'ix_contract_la_code_practice_id', columns: ['laCode', 'practiceId'] },
    { name: 'ix_contract_practice_id', columns: ['practiceId'] },
  ],
  checks: [
    { name: 'ck_contract_dates', expression: 'ends_on IS NULL OR ends_on >= starts_on' },
    { name: 'ck_contract_agreed_children', expression: 'agreed_children > 0 AND agreed_children_tolerance >= 0' },
    {
      name: 'ck_contract_delegated_functions',
      expression: `delegated_functions <@ ARRAY[${delegatedFunctions.map((name) => `'${name}'`).join(', ')}]`,
    },
    { name: 'ck_contract_allocates_at', expression: `allocates_at IN ('INTERIM_ORDER', 'PROCEEDINGS_END')` },
  ],
  foreignKeys: [
    {
      name: 'fk_contract_local_authority',
      target: 'LocalAuthority',
      columnNames: ['laCode'],
      referencedColumnNames: ['laCode'],
    },
    { name: 'fk_contract_practice', target: 'Practice', columnNames: ['practiceId'], referencedColumnNames: ['id'] },
  ],
});
