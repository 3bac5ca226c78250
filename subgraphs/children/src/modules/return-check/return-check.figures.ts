import { rules, type TableName } from '@mainstay/ssda903';
import { childIndicators } from '../../indicators/index.ts';

/**
 * What a figure's SQL speaks of when it is worked out of a column. A column that is left out decides who is in care when,
 * or is of a table that has nothing else in it: every figure of its table hangs on it.
 */
const facts: Partial<Record<TableName, Readonly<Record<string, RegExp | null>>>> = {
  Episodes: {
    LS: /legal_status|is_short_break/,
    CIN: /category_of_need/,
    PLACE: /placement\b/,
    PLACE_PROVIDER: /\bprovider/,
    REASON_PLACE_CHANGE: /reason_placement_changed|reason_ended/,
    HOME_POST: /distance|is_inside/,
    PL_POST: /distance|is_inside/,
    URN: /\burn\b/,
  },
  Header: { UPN: null, SEX: null, ETHNIC: null, MOTHER: null, MC_DOB: null },
};

const known = new Map<string, readonly string[]>();

/** Titles of the figures that are worked out of the columns a rule points at. */
export function figuresOf(ruleCode: string): readonly string[] {
  const titles = known.get(ruleCode) ?? worked(ruleCode);
  known.set(ruleCode, titles);
  return titles;
}

function worked(ruleCode: string): string[] {
  const forms = rules.filter(({ code }) => code === ruleCode);
  return childIndicators.flatMap((indicator) =>
    forms.some(({ tables, judges, fields }) =>
      (judges ? [judges] : tables).some(
        (table) =>
          indicator.tables.includes(table) && fields.some((field) => hangsOn(indicator.membership, table, field)),
      ),
    )
      ? [indicator.title]
      : [],
  );
}

function hangsOn(membership: string, table: TableName, field: string): boolean {
  const fact = facts[table]?.[field];
  return fact === undefined || (fact !== null && fact.test(membership));
}
