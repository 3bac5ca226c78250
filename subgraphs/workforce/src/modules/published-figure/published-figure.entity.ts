import { EntitySchema } from 'typeorm';
import type { FigureColumn } from './published-figure.columns.ts';

/** Whose figures a row holds: `PublishedGeography` of the graph. */
export type PublishedGeography = 'ENGLAND' | 'REGION' | 'LOCAL_AUTHORITY';

/**
 * Why a figure was not published: it has no meaning there; it is not available; it would tell of few people; it is above
 * nothing but too low for the decimals shown; the publisher holds it unreliable.
 */
export type Unpublished = 'NOT_APPLICABLE' | 'NOT_AVAILABLE' | 'CONFIDENTIAL' | 'LOW' | 'UNRELIABLE';

/** One row of `published_figure`: all that was published of one authority, region or England for one year. */
export interface PublishedFigureRow {
  /** The figures are as at 30 September of it. */
  readonly year: number;
  /** ONS code, as published for the year. */
  readonly code: string;
  readonly geography: PublishedGeography;
  readonly name: string;
  /** ONS code of an authority's region; null for regions and England. */
  readonly regionCode: string | null;
  /** The Department for Education's three digits, which outlive a change of the ONS code; null for regions and England. */
  readonly dfeCode: string | null;
  /** The names of the authorities that returned their staff jointly with this one. */
  readonly returnedWith: readonly string[];
  /** Components and rates by column: a number as published, or why there is none. A column that is not there is not known. */
  readonly figures: Readonly<Partial<Record<FigureColumn, number | Unpublished>>>;
  /** The latest year of the publication it comes from: a later publication revises earlier years. */
  readonly edition: number;
}

/** What was published. Public reference data, the same for every reader; loaded from the publisher's files. */
export const PublishedFigureEntity = new EntitySchema<PublishedFigureRow & { readonly loadedAt: Date }>({
  name: 'PublishedFigure',
  tableName: 'published_figure',
  columns: {
    year: { name: 'year', type: 'integer', primary: true, primaryKeyConstraintName: 'pk_published_figure' },
    code: { name: 'code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_published_figure' },
    geography: { name: 'geography', type: 'text' },
    name: { name: 'name', type: 'text' },
    regionCode: { name: 'region_code', type: 'text', nullable: true },
    dfeCode: { name: 'dfe_code', type: 'text', nullable: true },
    returnedWith: { name: 'returned_with', type: 'text', array: true, default: '{}' },
    figures: { name: 'figures', type: 'jsonb' },
    edition: { name: 'edition', type: 'integer' },
    loadedAt: { name: 'loaded_at', type: 'timestamptz', default: () => 'now()' },
  },
  checks: [
    {
      name: 'ck_published_figure_geography',
      expression: `geography IN ('ENGLAND', 'REGION', 'LOCAL_AUTHORITY')`,
    },
    { name: 'ck_published_figure_dfe_code', expression: `(dfe_code IS NULL) = (geography <> 'LOCAL_AUTHORITY')` },
    { name: 'ck_published_figure_edition', expression: 'edition >= year' },
  ],
  indices: [
    { name: 'ix_published_figure_code', columns: ['code'] },
    { name: 'uq_published_figure_dfe_code', columns: ['dfeCode', 'year'], unique: true },
  ],
});
