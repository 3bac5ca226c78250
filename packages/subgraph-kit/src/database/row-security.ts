import type { QueryRunner } from 'typeorm';

/** What an audience may do with a guarded table's rows. `write` includes reading. */
export type Access = 'read' | 'write';

/** Who may see and change which rows of a table. An audience that is left out sees nothing. */
export interface TableGuard {
  /** The table, with `la_code text NOT NULL` unless only `service` and conditions are used. */
  readonly table: string;
  /** The rows whose `la_code` is the viewer's authority; or, as an SQL condition, the rows an authority may read. */
  readonly la?: Access | { readonly read: string };
  /**
   * The rows of children allocated to the viewer's practice today (`access_practice_id`, `access_from`,
   * `access_until`); or, as an SQL condition, the rows a practice may read.
   */
  readonly practice?: Access | { readonly read: string } | { readonly write: string } | (string & {});
  /** The rows of the authority under inspection, while the window is open. */
  readonly inspector?: 'read' | { readonly read: string };
  /** All rows, for the platform itself. */
  readonly service?: Access;
  /** SQL condition of the rows that figures may be made of; `true` for all. */
  readonly figures?: string;
}

/** Puts a table under row-level security: ENABLE, FORCE, one policy and the grants for each audience. */
export async function guardTable(_queryRunner: QueryRunner, _guard: TableGuard): Promise<void> {
  throw new Error('not built yet');
}
