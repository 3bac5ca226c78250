import { inOrder } from '../../checking/child-rows.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import { hasLeftCareSince } from '../care-end.ts';
import { eachRow } from '../row-rule.ts';
import { findingAt } from '../finding-at.ts';
import type { Finding, Rule } from '../rule.ts';
import { Spans, type Span } from '../spans.ts';

const stillOpen: Rule = {
  code: '705',
  group: 'deprivation-of-liberty',
  tables: ['DoLo'],
  fields: ['DOLO_START', 'DOLO_END'],
  message: 'A DoLO cannot start when the previous DoLO is still open.',
  whatToDo: 'Enter the end of the order before this one in DOLO_END.',
  *check(child): Generator<Finding> {
    const orders = inOrder(child.rows('DoLo'), 'DOLO_START', 'DOLO_END');
    for (const [at, row] of orders.entries()) {
      if (orders[at - 1]?.isBlank('DOLO_END')) yield findingAt(row, 'DOLO_START', 'DOLO_END');
    }
  },
};

/** The days of an order that has both its dates; null for any other. */
function spanOf(order: ReturnRow<'DoLo'>): Span | null {
  const [from, to] = [order.date('DOLO_START'), order.date('DOLO_END')];
  return from !== null && to !== null ? { from, to } : null;
}

/** The days of an episode. */
function stayOf(episode: ReturnRow<'Episodes'>): Span {
  return { from: episode.date('DECOM') ?? '', to: episode.date('DEC') ?? '9999' };
}

/** A rule on where a child may be placed under an order; the order and the episode are both at fault. */
function placementRule(text: Pick<Rule, 'code' | 'message' | 'whatToDo'>, isUnfit: (place: string) => boolean): Rule {
  return {
    group: 'deprivation-of-liberty',
    tables: ['DoLo', 'Episodes'],
    fields: ['DOLO_START', 'PLACE'],
    ...text,
    *check(child): Generator<Finding> {
      const orders = child.rows('DoLo');
      const unfit = child.episodes().filter((row) => !row.isBlank('PLACE') && isUnfit(row.value('PLACE')));
      if (orders.length === 0 || unfit.length === 0) return;
      const [under, placed] = [new Spans(orders.flatMap((row) => spanOf(row) ?? [])), new Spans(unfit.map(stayOf))];
      // They share a day, other than a first or last one.
      for (const row of orders) {
        const span = spanOf(row);
        if (span && placed.latestEndOfThoseBefore(span.to) > span.from) yield findingAt(row, 'DOLO_START');
      }
      for (const row of unfit) {
        const stay = stayOf(row);
        if (under.latestEndOfThoseBefore(stay.to) > stay.from) yield findingAt(row, 'PLACE');
      }
    },
  };
}

/** The published rules on deprivation of liberty orders (DoLo). */
export const orderRules: readonly Rule[] = [
  eachRow(
    'DoLo',
    {
      code: '702',
      group: 'deprivation-of-liberty',
      fields: ['DOLO_START', 'DOLO_END'],
      message: 'The date that the DoLO ended is before the date that it started.',
      whatToDo: 'Correct DOLO_START or DOLO_END.',
    },
    (row) => (row.date('DOLO_END') ?? '9999') < (row.date('DOLO_START') ?? ''),
  ),
  eachRow(
    'DoLo',
    {
      code: '703',
      group: 'deprivation-of-liberty',
      fields: ['DOLO_START'],
      message: 'The date that the DoLO started is after the end of the collection year.',
      whatToDo: 'Correct DOLO_START, or leave the order for the return of the year in which it began.',
    },
    (row, _child, { end }) => (row.date('DOLO_START') ?? '') > end,
  ),
  eachRow(
    'DoLo',
    {
      code: '704',
      group: 'deprivation-of-liberty',
      fields: ['DOLO_END'],
      message: 'The date that the DoLO ended is before the start or after the end of the collection year.',
      whatToDo:
        'Correct DOLO_END; leave it blank if the order was in force on 31 March, and take out one that ended before the year.',
    },
    (row, _child, { start, end }) => {
      const ended = row.date('DOLO_END');
      return ended !== null && (ended < start || ended > end);
    },
  ),
  stillOpen,
  eachRow(
    'DoLo',
    {
      code: '707',
      group: 'deprivation-of-liberty',
      fields: ['DOLO_END'],
      alsoNeeds: ['Episodes'],
      message: 'Child ceased to be looked after but there is a DoLO without an end date.',
      whatToDo: 'Enter the end of the order in DOLO_END.',
    },
    (row, child) => {
      const begun = row.date('DOLO_START');
      return begun !== null && row.isBlank('DOLO_END') && hasLeftCareSince(child, begun);
    },
  ),
  eachRow(
    'DoLo',
    {
      code: '708',
      group: 'deprivation-of-liberty',
      fields: ['DOLO_START'],
      message: 'Dates of DoLOs are before child’s date of birth.',
      whatToDo: 'Correct DOLO_START, which must be after the date of birth, or the date of birth itself.',
    },
    (row) => {
      const begun = row.date('DOLO_START');
      const born = row.date('DOB');
      return begun !== null && born !== null && begun <= born;
    },
  ),
  placementRule(
    {
      code: '709',
      message: 'Child with a DoLO is in an unexpected placement type.',
      whatToDo: "Check the placement: under an order it is expected to be a children's home (K2), Z12 or Z13.",
    },
    (place) => !/^(?:K2|Z12|Z13)$/.test(place),
  ),
  placementRule(
    {
      code: '710',
      message:
        "Child with a DoLO can not be placed in secure children's homes, with parents, young offender institutions, or supported accommodation.",
      whatToDo: 'Correct PLACE, or the dates of the order.',
    },
    (place) => /^(?:K1|P1|R5|K3)$/.test(place),
  ),
];
