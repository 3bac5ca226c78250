import { isShortBreak } from '../care-status.ts';
import { normalPostcode } from '../../reference/postcodes.ts';
import { eachRow, nothing } from '../row-rule.ts';
import type { Finding, Rule } from '../rule.ts';
import { isOrWasUnaccompanied } from '../unaccompanied.ts';

const postcodes = ['HOME_POST', 'PL_POST'] as const;

const bothPostcodes: Rule = {
  code: '392b',
  group: 'placement',
  tables: ['Episodes'],
  alsoNeeds: ['UASC'],
  fields: postcodes,
  message:
    'Child is looked after but no postcodes are recorded. [NOTE: This check may result in false positives for children formerly UASC, particularly if current & prior year UASC data not loaded]',
  whatToDo: 'Enter the postcode of the home the child came from and that of the placement.',
  check(child): readonly Finding[] {
    const rows = child
      .rows('Episodes')
      .filter((row) => !isShortBreak(row) && postcodes.some((name) => row.isBlank(name)));
    if (rows.length === 0 || isOrWasUnaccompanied(child)) return nothing;
    return rows.map((row) => ({ row, fields: postcodes.filter((name) => row.isBlank(name)) }));
  },
};

const knownPostcodes: Rule = {
  code: '392c',
  group: 'placement',
  tables: ['Episodes'],
  needs: ['postcodes'],
  fields: postcodes,
  message: 'Postcode(s) provided are invalid.',
  whatToDo: 'Correct the postcode, or leave it blank if it is not known. The directory of postcodes does not have it.',
  check(child, { postcodes: directory }): readonly Finding[] {
    return child.rows('Episodes').flatMap((row) => {
      const fields = postcodes.filter((name) => !row.isBlank(name) && !directory?.find(row.value(name)));
      return fields.length > 0 ? [{ row, fields }] : [];
    });
  },
};

/** The published rules on the postcodes of an episode themselves. */
export const postcodeRules: readonly Rule[] = [
  bothPostcodes,
  knownPostcodes,
  eachRow(
    'Episodes',
    {
      code: '392d',
      group: 'placement',
      fields: ['HOME_POST', 'PL_POST', 'PLACE'],
      message: 'Home and placement postcodes should not be same unless the placement type is P1.',
      whatToDo: 'Correct HOME_POST or PL_POST; if the child lives with their parents, enter P1 in PLACE.',
    },
    (row) =>
      !row.isBlank('HOME_POST') &&
      !row.isBlank('PLACE') &&
      row.value('PLACE') !== 'P1' &&
      normalPostcode(row.value('HOME_POST')) === normalPostcode(row.value('PL_POST')),
  ),
];
