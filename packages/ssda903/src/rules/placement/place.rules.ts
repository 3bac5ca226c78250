import type { ReturnRow } from '../../checking/return-row.ts';
import { unmeasuredDistance } from '../../reference/placement-place.ts';
import { isShortBreak } from '../care-status.ts';
import { eachRow } from '../row-rule.ts';
import type { Rule } from '../rule.ts';
import { isOrWasUnaccompanied } from '../unaccompanied.ts';

/** Further than this from home, in miles, is taken for a mistake in a postcode. */
const furthest = 350;

/** Placements that have no number at Ofsted, in the codes of any year: H5 and P2 until 2025, Z1 before Z11 to Z14. */
const placesWithoutUrn = /^(?:H5|P[123]|R[125]|T[0-4]|Z1[1-4]?)$/;

/** Placements with carers, who may live anywhere though the authority approved them itself. */
const withCarers = /^(?:A[3-6]|U[1-6])$/;

const outsideEngland: ReadonlySet<string | null> = new Set(['WAL', 'SCO', 'NIR', 'NUK', 'CON']);

/** Numbers were not asked for in episodes that had ceased by this day. */
const beforeUrn = '2015-03-31';

const hasBoth = (row: ReturnRow<'Episodes'>): boolean => !row.isBlank('HOME_POST') && !row.isBlank('PL_POST');

/** A rule on where a placement lies, worked out from its postcodes. */
const place = { group: 'placement', needs: ['postcodes'] } as const;
const distance = { ...place, alsoNeeds: ['UASC'], fields: ['HOME_POST', 'PL_POST'] } as const;

/** The published rules on the authority, the location and the distance of a placement. */
export const placeRules: readonly Rule[] = [
  eachRow(
    'Episodes',
    {
      ...distance,
      code: '164',
      message:
        'Distance is not valid. Please check a valid postcode has been entered. [NOTE: This check will result in false positives for children formerly UASC not identified as such in loaded data]',
      whatToDo: 'Correct HOME_POST or PL_POST: with these the distance cannot be worked out.',
    },
    (row, child, context) => {
      if (!hasBoth(row) || isShortBreak(row)) return false;
      const miles = child.placeOf(row, context).distance;
      return (miles === null || miles > unmeasuredDistance) && !isOrWasUnaccompanied(child);
    },
  ),
  eachRow(
    'Episodes',
    {
      ...place,
      code: '169',
      fields: ['PL_POST'],
      message:
        'Local Authority (LA) of placement is not valid or is missing. Please check a valid postcode has been entered.',
      whatToDo: 'Enter the postcode of the placement, or correct it: the authority is worked out from it.',
    },
    (row, child, context) => !isShortBreak(row) && child.placeOf(row, context).laCode === null,
  ),
  eachRow(
    'Episodes',
    {
      ...place,
      code: '179',
      needs: ['postcodes', 'authority'],
      fields: ['PL_POST'],
      message: 'Placement location code is not a valid code.',
      whatToDo: 'Correct PL_POST: whether the placement is in the authority or outside is worked out from it.',
    },
    (row, child, context) =>
      !row.isBlank('PL_POST') && !isShortBreak(row) && child.placeOf(row, context).location === null,
  ),
  eachRow(
    'Episodes',
    {
      ...place,
      code: '218',
      fields: ['URN'],
      message: 'Ofsted Unique reference number (URN) is required.',
      whatToDo: "Enter the setting's number from Ofsted's list; XXXXXXX if it is a regional adoption agency's.",
    },
    (row, child, context) =>
      row.isBlank('URN') &&
      !row.isBlank('PLACE') &&
      !placesWithoutUrn.test(row.value('PLACE')) &&
      (row.date('DEC') ?? '9999') > beforeUrn &&
      !outsideEngland.has(child.placeOf(row, context).laCode),
  ),
  eachRow(
    'Episodes',
    {
      ...distance,
      code: '392a',
      message:
        'Child is looked after but no distance is recorded. [NOTE: This check may result in false positives for children formerly UASC]',
      whatToDo: 'Enter HOME_POST and PL_POST, or correct them: the distance is worked out from them.',
    },
    (row, child, context) =>
      !isShortBreak(row) && child.placeOf(row, context).distance === null && !isOrWasUnaccompanied(child),
  ),
  eachRow(
    'Episodes',
    {
      ...place,
      code: '398',
      fields: ['LS', 'HOME_POST', 'PL_POST'],
      message: 'Distance field completed but child looked after under legal status V3 or V4.',
      whatToDo: 'Leave the postcodes blank for short breaks (V3, V4), or correct LS.',
    },
    (row, child, context) => isShortBreak(row) && child.placeOf(row, context).distance !== null,
  ),
  eachRow(
    'Episodes',
    {
      ...distance,
      code: '406',
      message:
        'Child is Unaccompanied Asylum-Seeking Child (UASC) or was formerly UASC. Distance should be blank. [NOTE: This check will result in false negatives for children formerly UASC not identified as such in loaded data]',
      whatToDo: 'Leave HOME_POST blank: the home of an unaccompanied child is not in this country.',
    },
    (row, child, context) => isOrWasUnaccompanied(child) && child.placeOf(row, context).distance !== null,
  ),
  {
    code: '411',
    group: 'placement',
    tables: ['Episodes'],
    fields: ['PL_POST'],
    message: 'Placement location code disagrees with LA of placement.',
    whatToDo: 'Correct PL_POST: both the location and the authority are worked out from it.',
    cannotRun: 'The location is worked out from the authority of the placement, so that the two always agree.',
    check: () => [],
  },
  eachRow(
    'Episodes',
    {
      ...place,
      code: '420',
      fields: ['LS', 'PL_POST'],
      message: 'LA of placement completed but child is looked after under legal status V3 or V4.',
      whatToDo: 'Leave PL_POST blank for short breaks (V3, V4), or correct LS.',
    },
    (row, child, context) => isShortBreak(row) && child.placeOf(row, context).laCode !== null,
  ),
  eachRow(
    'Episodes',
    {
      ...distance,
      code: '454',
      from: 2026,
      message:
        'Placement distance from home is over 350 miles. [NOTE: This check will result in false positives for children formerly UASC not identified as such in loaded data]',
      whatToDo: 'Check HOME_POST and PL_POST. If they are right, the fault is accepted with that reason.',
    },
    (row, child, context) => {
      const miles = child.placeOf(row, context).distance ?? 0;
      return miles > furthest && miles !== unmeasuredDistance && !isOrWasUnaccompanied(child);
    },
  ),
  eachRow(
    'Episodes',
    {
      ...place,
      code: '1015',
      needs: ['postcodes', 'authority'],
      fields: ['PL_POST', 'PLACE_PROVIDER'],
      message: 'Placement provider is own provision but child not placed in own LA.',
      whatToDo: 'Correct PLACE_PROVIDER or PL_POST. Foster carers and adopters may live elsewhere and are not judged.',
    },
    (row, child, context) =>
      row.value('PLACE_PROVIDER') === 'PR1' &&
      !withCarers.test(row.value('PLACE')) &&
      !isShortBreak(row) &&
      child.placeOf(row, context).location === 'OUT',
  ),
];
