import { yearsAfter } from '../birthday.ts';
import type { Rule } from '../rule.ts';
import { eachRow, nothing, someRows, type RuleText } from '../row-rule.ts';
import { daysOf, spellsOf } from './spell.ts';

type Text = Pick<RuleText, 'code' | 'message' | 'whatToDo'>;

/**
 * A rule on how long a legal status may last, counted over episodes of the status that follow one another.
 *
 * Objects to all of them.
 */
function statusLimit(text: Text, status: string, mostDays: number): Rule {
  const kind = {
    isOfKind: (episode: { value: (column: 'LS') => string }) => episode.value('LS') === status,
    carriesOn: () => true,
  };
  return someRows(
    'Episodes',
    { ...text, group: 'age-and-duration', fields: ['LS', 'DECOM', 'DEC'] },
    (child, context) => {
      const spells = spellsOf(child, context, kind);
      return spells.length === 0
        ? nothing
        : spells.filter((spell) => daysOf(spell) > mostDays).flatMap(({ episodes }) => episodes);
    },
  );
}

type PlaceColumns = 'PLACE' | 'RNE';

/** Episodes in a temporary placement of one kind; a change of legal status alone does not begin another placement. */
function temporary(place: string) {
  return {
    isOfKind: (episode: { value: (column: PlaceColumns) => string }) => episode.value('PLACE') === place,
    carriesOn: (episode: { value: (column: PlaceColumns) => string }) => episode.value('RNE') === 'L',
  };
}

/** A rule on how long a temporary placement may last. */
function temporaryLimit(text: Text, place: string, mostDays: number): Rule {
  const kind = temporary(place);
  return someRows(
    'Episodes',
    { ...text, group: 'age-and-duration', fields: ['DECOM', 'PLACE', 'DEC'] },
    (child, context) => {
      const spells = spellsOf(child, context, kind);
      return spells.length === 0
        ? nothing
        : spells.filter((spell) => daysOf(spell) > mostDays).flatMap(({ episodes }) => episodes);
    },
  );
}

const holidayOfCarer = temporary('T3');

const twoCarerHolidays = someRows(
  'Episodes',
  {
    code: '377',
    group: 'age-and-duration',
    fields: ['PLACE'],
    message:
      'Only two temporary placements coded as being due to holiday of usual foster carer(s) are allowed in any 12- month period.',
    whatToDo: 'Correct PLACE: a third placement while the carer is on holiday falls within twelve months of another.',
  },
  (child, context) => {
    const spells = spellsOf(child, context, holidayOfCarer);
    if (spells.length < 3) return nothing;
    // Some twelve months hold part of all three when the third begins before the first is a year over.
    return spells
      .filter(({ from }, index) => {
        const first = spells[index - 2];
        return first !== undefined && from < yearsAfter(first.to, 1);
      })
      .flatMap(({ episodes }) => episodes);
  },
);

const statusDates = 'Correct DECOM, DEC or LS. Episodes of this status that follow one another count together.';
const placementDates = 'Correct DECOM, DEC or PLACE: a stay that lasts longer is a placement of its own kind.';

/** The published rules on how long a legal status or a temporary placement may last. */
export const durationRules: readonly Rule[] = [
  statusLimit(
    {
      code: '361',
      message: 'Police protection legal status lasted longer than maximum 72 hours allowed in the Children Act 1989.',
      whatToDo: statusDates,
    },
    'L1',
    3,
  ),
  statusLimit(
    { code: '362', message: 'Emergency protection order (EPO) lasted longer than 21 days', whatToDo: statusDates },
    'L2',
    21,
  ),
  statusLimit(
    {
      code: '363',
      message: 'Child assessment order (CAO) lasted longer than 7 days allowed in the Children Act 1989.',
      whatToDo: statusDates,
    },
    'L3',
    7,
  ),
  statusLimit(
    {
      code: '364',
      message:
        'Sections 41-46 of Police and Criminal Evidence (PACE; 1984) severely limits the time a child can be detained in custody in Local Authority (LA) accommodation.',
      whatToDo: `${statusDates} More than 21 days is objected to.`,
    },
    'J2',
    21,
  ),
  temporaryLimit(
    {
      code: '375',
      message: 'Hospitalisation coded as a temporary placement exceeds six weeks.',
      whatToDo: placementDates,
    },
    'T1',
    42,
  ),
  temporaryLimit(
    {
      code: '376',
      message: 'Temporary placements coded as being due to holiday of usual foster carer(s) cannot exceed three weeks.',
      whatToDo: placementDates,
    },
    'T3',
    21,
  ),
  twoCarerHolidays,
  eachRow(
    'Episodes',
    {
      code: '378',
      group: 'age-and-duration',
      fields: ['PLACE', 'LS'],
      message:
        'A child who is placed with parent(s) cannot be looked after under a single period of accommodation under Section 20 of the Children Act 1989.',
      whatToDo: 'Correct PLACE or LS. A child accommodated under section 20 who goes home ceases to be looked after.',
    },
    (row) => row.value('PLACE') === 'P1' && row.value('LS') === 'V2',
  ),
  temporaryLimit(
    {
      code: '379',
      message: 'Temporary placements for unspecified reason (placement code T4) cannot exceed seven days.',
      whatToDo: placementDates,
    },
    'T4',
    7,
  ),
];
