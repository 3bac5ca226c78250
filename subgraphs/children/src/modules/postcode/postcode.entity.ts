import { EntitySchema } from 'typeorm';

/** A line of the national postcode directory: where a postcode lies. Shared by all authorities; nobody's secret. */
export interface PostcodeEntity {
  /** Upper case, without the space. */
  postcode: string;
  /** Ordnance Survey grid reference in metres. */
  easting: number;
  northing: number;
  /** ONS code of the upper-tier or unitary authority it lies in; may be outside England. */
  laCode: string;
}

export const postcodeEntity = new EntitySchema<PostcodeEntity>({
  name: 'Postcode',
  tableName: 'postcode',
  columns: {
    postcode: { name: 'postcode', type: 'text', primary: true, primaryKeyConstraintName: 'pk_postcode' },
    easting: { name: 'easting', type: 'integer' },
    northing: { name: 'northing', type: 'integer' },
    laCode: { name: 'la_code', type: 'text' },
  },
});
