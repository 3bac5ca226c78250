import { annexALists, type AnnexAKind } from '@mainstay/annex-a';
import type { PlainDate } from '@mainstay/primitives';
import { BadInputError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { textOf, type AnnexARecord } from './annex-a.list.ts';
import { canDrawLists } from './annex-a.policy.ts';
import { annexASources } from './annex-a.sources.ts';

/** A list, as it is told: `AnnexAList` of the graph. */
export interface DrawnList {
  readonly number: number;
  readonly title: string;
  readonly asAt: PlainDate;
  readonly whyEmpty: string | null;
  readonly columns: readonly {
    readonly name: string;
    readonly kind: Uppercase<AnnexAKind>;
    readonly source: string | null;
    readonly whyBlank: string | null;
  }[];
  readonly rows: readonly DrawnRow[];
}

/** A row of a list. */
export interface DrawnRow {
  readonly childId: string;
  /** The allocated worker's number. */
  readonly workerId: string | null;
  readonly cells: readonly (string | null)[];
}

/**
 * A list of Ofsted's workbook as at a day, one statement whatever its rows; null for viewers who may not draw lists.
 * Children whose records are restricted to others are not in it.
 *
 * @throws BadInputError when there is no such list, or the day is in the future.
 */
export async function drawList(
  laCode: string,
  { list, asAt }: { readonly list: number; readonly asAt?: PlainDate | null },
  { viewer, db, clock, touched }: Context,
): Promise<DrawnList | null> {
  if (!canDrawLists(viewer, laCode)) return null;
  const day = asAt ?? clock.today();
  const template = annexALists.find(({ number }) => number === list);
  const source = annexASources.find(({ number }) => number === list);
  if (!template || !source) throw new BadInputError('Ofsted’s workbook has the lists 1 to 11. Ask for one of them.');
  if (day > clock.today()) throw new BadInputError('The day is in the future. Ask for a day up to today.');
  const records =
    source.sql === null ? [] : await db.query<AnnexARecord>(source.sql, [laCode, day, viewer.hiddenChildIds]);
  if (records.length > 0) {
    touched.list(
      `annexA.${list}`,
      records.map(({ childId }) => childId),
    );
  }
  const fillings = template.columns.map(({ name }) => {
    const filling = source.columns.find((column) => column.name === name);
    if (!filling) throw new Error(`List ${list} has no filling for the column “${name}”.`);
    return filling;
  });
  return {
    number: list,
    title: template.title,
    asAt: day,
    whyEmpty: records.length > 0 ? null : source.whyEmpty,
    columns: template.columns.map(({ name, kind }, index) => ({
      name,
      kind: kind.toUpperCase() as Uppercase<AnnexAKind>,
      source: fillings[index]?.source ?? null,
      whyBlank: fillings[index]?.whyBlank ?? null,
    })),
    rows: records.map((record) => ({
      childId: record.childId,
      workerId: textOf(record['workerId']),
      cells: fillings.map(({ cell }) => cell(record, day)),
    })),
  };
}
