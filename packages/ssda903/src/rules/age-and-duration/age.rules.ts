import { isUnder, isAtLeast } from '../birthday.ts';
import type { Rule } from '../rule.ts';
import { eachRow, type RuleText } from '../row-rule.ts';

/** An age that an episode asks for, on the day it began (DECOM) or ceased (DEC). */
interface AgeLimit {
  readonly column: 'LS' | 'PLACE' | 'REC' | 'RNE';
  readonly codes: readonly string[];
  readonly on: 'DECOM' | 'DEC';
  /** The child must have turned this age. */
  readonly atLeast?: number;
  /** The child must not yet have turned this age. */
  readonly under?: number;
}

type Text = Pick<RuleText, 'code' | 'message' | 'whatToDo'> & Partial<Pick<RuleText, 'from' | 'to'>>;

/** A rule that a code of an episode may only be used from, or up to, an age. */
function ageRule(text: Text, { column, codes, on, atLeast, under }: AgeLimit): Rule {
  const about: ReadonlySet<string> = new Set(codes);
  return eachRow(
    'Episodes',
    { ...text, group: 'age-and-duration', tables: ['Episodes', 'Header'], fields: [on, column, 'DOB'] },
    (row, child) => {
      if (!about.has(row.value(column))) return false;
      const born = child.dateOfBirth();
      if (atLeast !== undefined) return isUnder(atLeast, born, row.date(on));
      return under !== undefined && isAtLeast(under, born, row.date(on));
    },
  );
}

const correct = (column: string) => `Correct ${column}, the dates of the episode, or DOB in Header.`;

/** The published rules on the age at which a code of an episode may be used. */
export const ageRules: readonly Rule[] = [
  ageRule(
    {
      code: '352',
      message: 'Child who started to be looked after was aged 18 or over.',
      whatToDo: 'Correct DECOM or RNE, or DOB in Header: nobody starts to be looked after from the 18th birthday on.',
    },
    { column: 'RNE', codes: ['S'], on: 'DECOM', under: 18 },
  ),
  ageRule(
    {
      code: '358',
      message: 'Child with this legal status should not be under 10.',
      whatToDo: correct('LS (J1, J2 and J3 are for children aged 10 or over)'),
    },
    { column: 'LS', codes: ['J1', 'J2', 'J3'], on: 'DECOM', atLeast: 10 },
  ),
  ageRule(
    {
      code: '371',
      message:
        'Child in semi-independent living accommodation not subject to children’s homes regulations should be at least 16.',
      whatToDo: correct('PLACE (H5 is for young people aged 16 or over)'),
      to: 2024,
    },
    { column: 'PLACE', codes: ['H5'], on: 'DECOM', atLeast: 16 },
  ),
  ageRule(
    {
      code: '371',
      message: 'Child in supported accomodation not subject to children’s homes regulations should be at least 16.',
      whatToDo: correct('PLACE (K3, and H5 until 2025, are for young people aged 16 or over)'),
      from: 2025,
    },
    { column: 'PLACE', codes: ['K3', 'H5'], on: 'DECOM', atLeast: 16 },
  ),
  ageRule(
    {
      code: '372',
      message: 'Child in youth custody or prison should be at least 10.',
      whatToDo: correct('PLACE'),
    },
    { column: 'PLACE', codes: ['R5'], on: 'DECOM', atLeast: 10 },
  ),
  ageRule(
    { code: '373', message: 'Child placed in a school should be at least 4 years old.', whatToDo: correct('PLACE') },
    { column: 'PLACE', codes: ['S1'], on: 'DECOM', atLeast: 4 },
  ),
  ageRule(
    {
      code: '374',
      message: 'Child in residential employment should be at least 14 years old.',
      whatToDo: correct('PLACE'),
    },
    { column: 'PLACE', codes: ['P3'], on: 'DECOM', atLeast: 14 },
  ),
  ageRule(
    {
      code: '386',
      message: 'Reason episode ceased is adopted but child has reached age 18.',
      whatToDo: correct('REC'),
    },
    { column: 'REC', codes: ['E11', 'E12'], on: 'DEC', under: 18 },
  ),
  ageRule(
    {
      code: '387',
      message:
        'Reason episode ceased is child moved into independent living arrangement, but the child is aged under 14.',
      whatToDo: correct('REC'),
    },
    { column: 'REC', codes: ['E5', 'E6'], on: 'DEC', atLeast: 14 },
  ),
  ageRule(
    {
      code: '389',
      message:
        'Reason episode ceased is that child transferred to care of adult social care services, but child is aged under 16.',
      whatToDo: correct('REC'),
    },
    { column: 'REC', codes: ['E7'], on: 'DEC', atLeast: 16 },
  ),
  ageRule(
    {
      code: '407',
      message: 'Reason episode ceased is Special Guardianship Order, but child has reached age 18.',
      whatToDo: correct('REC'),
    },
    { column: 'REC', codes: ['E43', 'E44', 'E45', 'E46', 'E47', 'E48'], on: 'DEC', under: 18 },
  ),
  ageRule(
    {
      code: '460',
      message:
        'Reason episode ceased is that child stayed with current carers at age 18 (or above), but child is aged under 18.',
      whatToDo: correct('REC (E17 is for young people aged 18 or over)'),
    },
    { column: 'REC', codes: ['E17'], on: 'DEC', atLeast: 18 },
  ),
];
