import { EntitySchema } from 'typeorm';

/** One row of `local_authority`: an authority of England with children's services functions. */
export interface LocalAuthorityRow {
  /** Today's ONS (GSS) code. */
  readonly laCode: string;
  /** The Department for Education's three digits. */
  readonly dfeCode: string;
  readonly name: string;
  /** `Unitary Authority`, `Metropolitan District`, `London Borough` or `County`. */
  readonly kind: string;
  readonly regionCode: string;
  readonly regionName: string;
  /** ONS codes the same authority had before; they find it too. */
  readonly formerCodes: readonly string[];
  /** ONS codes of the ten authorities most like it, nearest first. */
  readonly statisticalNeighbours: readonly string[];
}

/**
 * Public reference data, the same for every reader. Loaded from `reference/local-authorities.tsv` at start.
 *
 * @see reference/SOURCES.md for where each column comes from
 */
export const LocalAuthorityEntity = new EntitySchema<LocalAuthorityRow>({
  name: 'LocalAuthority',
  tableName: 'local_authority',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_local_authority' },
    dfeCode: { name: 'dfe_code', type: 'text' },
    name: { name: 'name', type: 'text' },
    kind: { name: 'kind', type: 'text' },
    regionCode: { name: 'region_code', type: 'text' },
    regionName: { name: 'region_name', type: 'text' },
    formerCodes: { name: 'former_codes', type: 'text', array: true, default: '{}' },
    statisticalNeighbours: { name: 'statistical_neighbours', type: 'text', array: true, default: '{}' },
  },
  uniques: [{ name: 'uq_local_authority_dfe_code', columns: ['dfeCode'] }],
});
