import type { ReturnRow } from '../../checking/return-row.ts';
import { birthdayInYear, bornOf, isUnder } from '../birthday.ts';
import { endsCare } from '../care-status.ts';
import type { Rule } from '../rule.ts';
import { eachRow } from '../row-rule.ts';
import { hasLeaverItems, leaverItems } from './leaver-items.ts';

type Leaver = ReturnRow<'OC3'>;

const isFilled = (row: Leaver, item: 'ACTIV' | 'ACCOM') => !row.isBlank(item) && row.value(item) !== '0';

const clear = 'Take the row out of OC3, or clear IN_TOUCH, ACTIV and ACCOM';

/** The published rules on what a care leaver's row may say. */
export const leaverAnswerRules: readonly Rule[] = [
  eachRow(
    'OC3',
    {
      code: '344',
      group: 'care-leavers',
      fields: leaverItems,
      message:
        'The record shows the young person has died or returned home to live with parent(s) or someone with parental responsibility for a continuous period of 6 months or more, but activity and/or accommodation on leaving care have been completed.',
      whatToDo: 'Enter 0 in ACTIV and ACCOM, or correct IN_TOUCH.',
    },
    (row) => {
      const inTouch = row.value('IN_TOUCH');
      return (inTouch === 'DIED' || inTouch === 'RHOM') && (isFilled(row, 'ACTIV') || isFilled(row, 'ACCOM'));
    },
  ),
  eachRow(
    'OC3',
    {
      code: '345',
      group: 'care-leavers',
      fields: leaverItems,
      message:
        'The data collection record shows the local authority is in touch with this young person, but activity and/or accommodation data items are zero.',
      whatToDo: "Enter the young person's activity and accommodation, or correct IN_TOUCH.",
    },
    (row) => row.value('IN_TOUCH') === 'YES' && (row.value('ACTIV') === '0' || row.value('ACCOM') === '0'),
  ),
  eachRow(
    'OC3',
    {
      code: '347',
      group: 'care-leavers',
      fields: ['DOB', 'ACCOM'],
      message: 'Care leavers aged under 18 years, can not be accommodated in a Foyer.',
      whatToDo: 'Correct ACCOM or DOB: T1 and T2 are for young people who were 18 when the year began.',
      from: 2024,
    },
    (row, child, { start }) => /^T[12]?$/.test(row.value('ACCOM')) && isUnder(18, bornOf(row, child), start),
  ),
  eachRow(
    'OC3',
    {
      code: '3001',
      group: 'care-leavers',
      tables: ['Header', 'OC3'],
      fields: ['DOB', 'ACCOM'],
      message:
        'Where care leavers information is being returned for a young person around their 17th birthday, the accommodation cannot be with their former foster carer(s).',
      whatToDo: 'Correct ACCOM or DOB: Z1 and Z2 are for young people who stayed with their carers at 18.',
    },
    (row, child, context) =>
      /^Z[12]$/.test(row.value('ACCOM')) && birthdayInYear(bornOf(row, child), context)?.age === 17,
  ),
];

/** True when a care leaver turned 17 or 18 in the year; then also says on which day. */
const seventeenthOrEighteenth = (birthday: ReturnType<typeof birthdayInYear>) =>
  birthday !== null && (birthday.age === 17 || birthday.age === 18) ? birthday.on : null;

/** The published rules on whom care leaver information is asked of. */
export const leaverAgeRules: readonly Rule[] = [
  eachRow(
    'OC3',
    {
      code: '391',
      group: 'care-leavers',
      fields: ['DOB', ...leaverItems],
      message: 'Young person was not 17, 18, 19, 20 or 21 during the current collection year.',
      whatToDo: `${clear}, or correct DOB: the young person is not yet 17 on 31 March.`,
    },
    (row, child, { end }) => hasLeaverItems(row) && isUnder(17, bornOf(row, child), end),
  ),
  eachRow(
    'OC3',
    {
      code: '1007',
      group: 'care-leavers',
      tables: ['Episodes', 'OC3'],
      fields: leaverItems,
      message:
        'Care leaver information is not required for 17- or 18-year olds who are still looked after [on their 17th or 18th birthday.]',
      whatToDo: `${clear}, or enter when and why the last episode ceased.`,
    },
    (row, child, context) => {
      const last = child.episodes().at(-1);
      if (!last || !last.isBlank('DEC') || !hasLeaverItems(row)) return false;
      return seventeenthOrEighteenth(birthdayInYear(bornOf(row, child), context)) !== null;
    },
  ),
  eachRow(
    'OC3',
    {
      code: '1016',
      group: 'care-leavers',
      tables: ['Episodes', 'OC3'],
      fields: leaverItems,
      message:
        'Care leaver information is not required for 17- or 18-year olds who cease to be looked after, after their birthday.',
      whatToDo: `${clear}, or correct DEC of the last episode: it ceased after the birthday in the year.`,
      from: 2024,
    },
    (row, child, context) => {
      const last = child.episodes().at(-1);
      const ended = last?.date('DEC') ?? null;
      if (!last || ended === null || !endsCare(last) || !hasLeaverItems(row)) return false;
      const turned = seventeenthOrEighteenth(birthdayInYear(bornOf(row, child), context));
      return turned !== null && ended > turned;
    },
  ),
];
