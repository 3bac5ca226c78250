import type { TableName } from '../tables/tables.ts';

/** An element that holds one value, and the column it is. */
export interface XmlField {
  readonly element: string;
  readonly column: string;
  /** True when the element is written though it is blank. */
  readonly isAlwaysWritten: boolean;
}

/** Elements of a child, in their order: those of a table that stand in `HEADER` itself, or a table's own element. */
export interface XmlPart {
  readonly table: TableName;
  /** The element that holds one row; null when the fields stand in `HEADER` itself. */
  readonly element: string | null;
  readonly fields: readonly XmlField[];
}

/** The element around the whole return. */
export const rootElement = 'EXPSSDA903';

/** The element of `HEADER` that says whether the child is or was unaccompanied: no column of a CSV file. */
export const uasc = 'UASC';

const renamed: Readonly<Record<string, string>> = { CHILDID: 'CHILD', PL: 'PLACE' };

/** `*` after a name: written though blank. */
function part(table: TableName, element: string | null, names: string): XmlPart {
  const fields = names.split(' ').map((name) => {
    const own = name.replace('*', '');
    return { element: own, column: renamed[own] ?? own, isAlwaysWritten: name.endsWith('*') };
  });
  return { table, element, fields };
}

/** What stands in `HEADER`, in the order of the schema. */
export const headerParts: readonly XmlPart[] = [
  part('Header', null, 'CHILDID* UPN* SEX* DOB* ETHNIC*'),
  part('UASC', null, 'UASC* DUC'),
  part('AD1', null, 'DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR'),
  part('OC3', null, 'IN_TOUCH ACTIV ACCOM'),
  part('Missing', 'AMISSING', 'MISSING* MIS_START* MIS_END'),
  part('Reviews', 'AREVIEW', 'REVIEW* REVIEW_CODE*'),
  part('Header', null, 'MOTHER MC_DOB'),
  part('PrevPerm', 'PERMANENCE', 'PREV_PERM LA_PERM DATE_PERM'),
  part(
    'OC2',
    'OC2',
    'SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE ' +
      'INTERVENTION_RECEIVED INTERVENTION_OFFERED',
  ),
  part('PlacedAdoption', 'AD_PLACED', 'DATE_PLACED* DATE_PLACED_CEASED REASON_PLACED_CEASED'),
];

/** What stands in `EPISODE`, in the order of the schema. */
export const episodePart: XmlPart = part(
  'Episodes',
  'EPISODE',
  'DECOM* RNE* LS* CIN* PL* PL_POST HOME_POST URN PLACE_PROVIDER DEC* REC* REASON_PLACE_CHANGE',
);

/** The tables that the XML form carries. Social workers and deprivation of liberty orders have no known elements. */
export const xmlTables: readonly TableName[] = [
  ...new Set([...headerParts.map(({ table }) => table), episodePart.table]),
];

/** The tables of which a child's `HEADER` can hold one row only. */
export const oncePerHeader: readonly TableName[] = ['Header', 'UASC', 'AD1', 'OC3', 'PrevPerm', 'OC2'];
