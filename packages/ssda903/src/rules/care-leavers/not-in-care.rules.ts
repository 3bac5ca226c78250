import { hasEpisodeInYear, isContinuouslyLookedAfter } from '../care-status.ts';
import type { Finding, Rule } from '../rule.ts';
import { nothing, someRows } from '../row-rule.ts';
import { hasLeaverItems, leaverItems } from './leaver-items.ts';

const adoptionItems = ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'] as const;

const allYear: Rule = {
  code: '187',
  group: 'care-leavers',
  tables: ['OC3', 'AD1', 'Episodes'],
  fields: [...adoptionItems, ...leaverItems],
  message:
    'Child cannot be looked after continuously for 12 months at 31 March (OC2) and have any of adoption or care leavers returns completed.',
  whatToDo: "Take the child's row out of this table, or correct the child's episodes.",
  check(child, context): readonly Finding[] {
    const [leavers, adoptions] = [child.rows('OC3'), child.rows('AD1')];
    if (leavers.length === 0 && adoptions.length === 0) return nothing;
    const found = [
      ...adoptions.map((row): Finding => ({ row, fields: adoptionItems.filter((item) => !row.isBlank(item)) })),
      ...leavers.map((row): Finding => ({ row, fields: leaverItems.filter((item) => !row.isBlank(item)) })),
    ].filter(({ fields }) => fields !== undefined && fields.length > 0);
    return found.length > 0 && isContinuouslyLookedAfter(child, context) ? found : nothing;
  },
};

/** Tables of which a care leaver who was not in care has nothing to say. Whether UASC is asked for is 1014's. */
const otherTables = ['Reviews', 'OC2', 'AD1', 'PlacedAdoption', 'PrevPerm', 'Missing', 'SWEpisodes', 'DoLo'] as const;

const nothingElse: Rule = {
  code: '1012',
  group: 'care-leavers',
  tables: ['Episodes', 'OC3'],
  fields: ['CHILD'],
  message: 'No other data should be returned for OC3 children who had no episodes in the current year',
  whatToDo: "Take the row out, or add the child's episodes: care leavers who were not in care are in OC3 alone.",
  check(child, context): readonly Finding[] {
    if (child.rows('OC3').length === 0 || hasEpisodeInYear(child, context)) return nothing;
    return otherTables.flatMap((table) => child.rows(table).map((row): Finding => ({ row })));
  },
};

const unaccompanied: Rule = {
  code: '1014',
  group: 'care-leavers',
  tables: ['Episodes', 'UASC', 'OC3'],
  fields: ['DUC', ...leaverItems],
  message: 'UASC information is not required for care leavers',
  whatToDo: "Clear DUC, or add the child's episodes: it is not asked for of care leavers who were not in care.",
  check(child, context): readonly Finding[] {
    if (!child.rows('OC3').some(hasLeaverItems) || hasEpisodeInYear(child, context)) return nothing;
    return child
      .rows('UASC')
      .filter((row) => !row.isBlank('DUC'))
      .map((row): Finding => ({ row, fields: ['DUC'] }));
  },
};

/** The published rules on what is returned of care leavers and of nobody else, and the other way round. */
export const notInCareRules: readonly Rule[] = [
  allYear,
  someRows(
    'Header',
    {
      code: '628',
      group: 'care-leavers',
      tables: ['Episodes', 'Header', 'OC3'],
      fields: ['MOTHER'],
      message: 'Motherhood details are not required for care leavers who have not been looked after during the year.',
      whatToDo: "Clear MOTHER, or add the child's episodes.",
    },
    (child, context) => {
      if (child.rows('OC3').length === 0 || hasEpisodeInYear(child, context)) return nothing;
      return child.rows('Header').filter((row) => !row.isBlank('MOTHER'));
    },
  ),
  nothingElse,
  unaccompanied,
];
