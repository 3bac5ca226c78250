import type { ReturnRow } from '../../checking/return-row.ts';
import type { ChildRows } from '../../checking/child-rows.ts';
import { eachRow, nothing, someRows } from '../row-rule.ts';
import type { Finding, Rule } from '../rule.ts';

type Decision = ReturnRow<'PlacedAdoption'>;

const endsInAdoption = (row: ReturnRow<'Episodes'>): boolean => /^E1[12]$/.test(row.value('REC'));

const adoptedBefore = someRows(
  'Episodes',
  {
    code: '199',
    group: 'year-on-year',
    tables: ['Episodes'],
    fields: ['CHILD'],
    message:
      'Episode information shows child has been previously adopted from care. [NOTE: This only tests the current and previous year data loaded into the tool]',
    whatToDo:
      'Correct REC of the episode that ended in adoption, or give the child a new identifier: one who comes back after an adoption is not linked.',
  },
  (child) => {
    const returned = [child.earlierEpisodes(), child.previousEpisodes(), child.episodes()];
    const first = returned.map((episodes) => episodes.find(endsInAdoption)).find((row) => row !== undefined);
    const since = first?.date('DECOM') ?? '9999';
    const later = first && child.episodes().find((row) => (row.date('DECOM') ?? '') > since);
    return later ? [later] : nothing;
  },
);

/** A rule that compares this year's decisions that a child should be placed for adoption with last year's last one. */
function sinceDecision(
  text: Pick<Rule, 'code' | 'message' | 'whatToDo' | 'fields'>,
  isFault: (decisions: { now: Decision; before: Decision }, child: ChildRows) => boolean,
): Rule {
  return {
    group: 'year-on-year',
    tables: ['PlacedAdoption'],
    needsPrevious: 'PlacedAdoption',
    ...text,
    check(child): readonly Finding[] {
      const before = child.once(lastDecision, undefined);
      if (!before) return nothing;
      return child
        .rows('PlacedAdoption')
        .filter((now) => now.date('DATE_PLACED') !== null && isFault({ now, before }, child))
        .map((row) => ({ row }));
    },
  };
}

function lastDecision(child: ChildRows): Decision | null {
  let last: Decision | null = null;
  for (const row of child.previousRows('PlacedAdoption')) {
    const day = row.date('DATE_PLACED');
    if (day !== null && day >= (last?.date('DATE_PLACED') ?? '')) last = row;
  }
  return last;
}

/** The days of this year's decisions, as they are written. */
function datesPlaced(child: ChildRows): ReadonlySet<string> {
  return new Set(child.rows('PlacedAdoption').map((row) => row.value('DATE_PLACED')));
}

function isReversed(decision: Decision): boolean {
  return !decision.isBlank('DATE_PLACED_CEASED') || !decision.isBlank('REASON_PLACED_CEASED');
}

const notReturnedBefore = eachRow(
  'PlacedAdoption',
  {
    code: '559',
    group: 'year-on-year',
    tables: ['PlacedAdoption'],
    needsPrevious: 'PlacedAdoption',
    fields: ['DATE_PLACED'],
    message:
      'Date of decision that a child should be placed for adoption was not in the current year but the date of the decision that the child should be placed for adoption was not completed in a previous return.',
    whatToDo: "Correct DATE_PLACED, or add the decision to last year's return.",
  },
  (row, child, { start }) => (row.date('DATE_PLACED') ?? start) < start && child.once(lastDecision, undefined) === null,
);

/** The published rules on adoptions and decisions to place for adoption in both years. */
export const adoptionComparingRules: readonly Rule[] = [
  adoptedBefore,
  notReturnedBefore,
  sinceDecision(
    {
      code: '560',
      fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
      message:
        'Date of decision that the child should be placed for adoption this year is different from that recorded last year but the decision to place the child for adoption did not change.',
      whatToDo:
        "Enter last year's DATE_PLACED: that decision was not reversed. If it was, add the reversal to last year's return.",
    },
    ({ now, before }, child) => {
      const date = before.value('DATE_PLACED');
      if (!before.isBlank('DATE_PLACED_CEASED') || now.value('DATE_PLACED') === date) return false;
      // A reversal and a new decision within the year are two rows, of which one carries last year's date.
      return !child.once(datesPlaced, undefined).has(date);
    },
  ),
  sinceDecision(
    {
      code: '561',
      fields: ['DATE_PLACED'],
      message:
        'Date of the decision that the child should be placed for adoption this year is the same as that recorded last year but records show that the decision changed, and the child should no longer be placed for adoption last year.',
      whatToDo: "Take the decision out: it was reversed last year. Or take the reversal out of last year's return.",
    },
    ({ now, before }) => now.value('DATE_PLACED') === before.value('DATE_PLACED') && isReversed(before),
  ),
  sinceDecision(
    {
      code: '584',
      fields: ['DATE_PLACED'],
      message:
        'Date of decision that the child should be placed for adoption this year is different from that recorded last year, but the decision to placed the child for adoption changed and the child should no longer be placed for adoption.',
      whatToDo: "Enter the date of the new decision, which is after last year's.",
    },
    ({ now, before }) => isReversed(before) && (now.date('DATE_PLACED') ?? '') <= (before.date('DATE_PLACED') ?? ''),
  ),
];
