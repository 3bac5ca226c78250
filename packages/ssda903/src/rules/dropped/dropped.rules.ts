import { isUnder } from '../birthday.ts';
import { eachRow, nothing, someRows } from '../row-rule.ts';
import type { Finding, Rule } from '../rule.ts';

/** Supported accommodation had to be registered from this day. */
const registered = '2023-10-28';

/** The last day on which freeing orders could be applied for was the one before 30 December 2005. */
const endOfFreeing = '2005-12-31';

const freedUndecided: Rule = {
  code: '555',
  group: 'dropped',
  tables: ['Episodes', 'PlacedAdoption'],
  to: 2025,
  fields: ['CHILD', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  message:
    'Freeing order has been granted but there is no date of decision that the child should be placed for adoption.',
  whatToDo: 'Add the decision to PlacedAdoption, or correct LS.',
  check(child): readonly Finding[] {
    const freed = child.episodes().find((row) => row.value('LS') === 'D1');
    if (!freed) return nothing;
    const decisions = child.allRows('PlacedAdoption');
    if (decisions.some((row) => !row.isBlank('DATE_PLACED'))) return nothing;
    const [undated] = child.rows('PlacedAdoption');
    return undated ? [{ row: undated, fields: ['DATE_PLACED'] }] : [{ row: freed, fields: ['CHILD'] }];
  },
};

/** Published rules on placements and freeing orders that ended in a past year, for returns of the years they belong to. */
export const droppedRules: readonly Rule[] = [
  eachRow(
    'Episodes',
    {
      code: '217t',
      group: 'dropped',
      from: 2024,
      to: 2024,
      fields: ['DECOM', 'PLACE'],
      message: "Placement type 'P2' is not a valid placement type from 28 October 2023.",
      whatToDo: 'Enter the placement type the setting has since then.',
    },
    (row) => row.value('PLACE') === 'P2' && (row.date('DECOM') ?? '') >= registered,
  ),
  eachRow(
    'Episodes',
    {
      code: '230',
      group: 'dropped',
      from: 2024,
      to: 2024,
      needs: ['postcodes'],
      fields: ['DEC', 'PLACE', 'URN'],
      message: 'Ofsted Unique reference number (URN) is required for any English H5 placements from 28 October 2023.',
      whatToDo: "Enter the setting's number from Ofsted's list.",
    },
    (row, child, context) =>
      row.value('PLACE') === 'H5' &&
      row.isBlank('URN') &&
      (row.date('DEC') ?? '9999') >= registered &&
      !/^(?:WAL|SCO|NIR)$/.test(child.placeOf(row, context).laCode ?? ''),
  ),
  eachRow(
    'Episodes',
    {
      code: '370',
      group: 'dropped',
      tables: ['Episodes', 'Header'],
      to: 2024,
      fields: ['DECOM', 'PLACE'],
      message: 'Child in independent living should be at least 16.',
      whatToDo: 'Correct PLACE or DECOM, or DOB in Header.',
    },
    (row, child) => row.value('PLACE') === 'P2' && isUnder(16, child.dateOfBirth(), row.date('DECOM')),
  ),
  eachRow(
    'Episodes',
    {
      code: '445',
      group: 'dropped',
      to: 2025,
      fields: ['DECOM', 'LS'],
      message: 'D1 is not a valid code for episodes starting after December 2005.',
      whatToDo: 'Correct LS: a placement order is E1.',
    },
    (row) => row.value('LS') === 'D1' && (row.date('DECOM') ?? '') > endOfFreeing,
  ),
  eachRow(
    'Episodes',
    {
      code: '451',
      group: 'dropped',
      to: 2025,
      fields: ['DEC', 'LS', 'REC'],
      message: 'Child is still freed for adoption, but freeing orders could not be applied for since 30 December 2005.',
      whatToDo: 'Correct LS, or end the episode.',
    },
    (row) => row.value('LS') === 'D1' && row.isBlank('DEC') && row.isBlank('REC'),
  ),
  freedUndecided,
  someRows(
    'PlacedAdoption',
    {
      code: '556',
      group: 'dropped',
      tables: ['Episodes', 'PlacedAdoption'],
      to: 2025,
      fields: ['DATE_PLACED', 'DECOM'],
      message:
        'Date of decision that the child should be placed for adoption should be on or prior to the date that the freeing order was granted.',
      whatToDo: 'Correct DATE_PLACED, or LS and DECOM of the episode with the freeing order.',
    },
    (child) => {
      const granted =
        child
          .episodes()
          .find((row) => row.value('LS') === 'D1')
          ?.date('DECOM') ?? null;
      if (granted === null) return nothing;
      return child.rows('PlacedAdoption').filter((row) => (row.date('DATE_PLACED') ?? '') > granted);
    },
  ),
];
