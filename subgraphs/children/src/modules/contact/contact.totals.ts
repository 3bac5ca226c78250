import { daysBetween, type Period, type PlainDate } from '@mainstay/primitives';
import { isSamePerson, type ContactPerson } from '../contact-plan/contact-plan.bars.ts';
import type { ContactPlanEntity } from '../contact-plan/contact-plan.entity.ts';
import type { ContactEntity } from './contact.entity.ts';

type Plan = Pick<ContactPlanEntity, 'personName' | 'relation' | 'isBarred' | 'startedOn' | 'endedOn' | 'timesAYear'>;
type Held = Pick<
  ContactEntity,
  'heldOn' | 'personName' | 'relation' | 'outcome' | 'isBreach' | 'minutes' | 'cancelledBy'
>;

/** Contact with one person in a period, against what was planned: `ContactTotal` of the graph. */
export interface ContactTotal extends ContactPerson {
  readonly isBarred: boolean;
  readonly plannedTimes: number | null;
  readonly tookPlace: number;
  readonly breaches: number;
  readonly notHeld: number;
  readonly notHeldByPerson: number;
  readonly minutes: number;
  readonly notTimed: number;
}

const DAYS_OF_A_YEAR = 365;

/** The totals of each person with whom contact was planned, barred, due or held in the period, in the order first met. */
export function contactTotals(plans: readonly Plan[], contacts: readonly Held[], period: Period): ContactTotal[] {
  const running = plans.filter((plan) => daysWithin(plan, period) > 0);
  const ofPeriod = contacts.filter(({ heldOn }) => heldOn >= period.from && heldOn <= period.to);
  const people: ContactPerson[] = [];
  for (const { personName, relation } of [...running, ...ofPeriod]) {
    if (!people.some((known) => isSamePerson(known, { personName, relation }))) people.push({ personName, relation });
  }
  return people.map((person) => {
    const theirs = running.filter((plan) => isSamePerson(plan, person));
    const planned = theirs.filter(({ isBarred }) => !isBarred);
    const all = ofPeriod.filter((contact) => isSamePerson(contact, person));
    const held = all.filter(({ outcome }) => outcome === 'TOOK_PLACE');
    return {
      ...person,
      isBarred: theirs.some(({ isBarred }) => isBarred),
      plannedTimes: planned.length === 0 ? null : Math.round(sum(planned.map((plan) => timesWithin(plan, period)))),
      tookPlace: held.length,
      breaches: held.filter(({ isBreach }) => isBreach).length,
      notHeld: all.length - held.length,
      notHeldByPerson: all.filter(({ cancelledBy }) => cancelledBy === 'PERSON').length,
      minutes: sum(held.map(({ minutes }) => minutes ?? 0)),
      notTimed: held.filter(({ minutes }) => minutes === null).length,
    };
  });
}

function timesWithin(plan: Plan, period: Period): number {
  return ((plan.timesAYear ?? 0) * daysWithin(plan, period)) / DAYS_OF_A_YEAR;
}

/** Days of the period on which the plan runs; both its ends belong to it. */
function daysWithin({ startedOn, endedOn }: Plan, { from, to }: Period): number {
  const first: PlainDate = startedOn > from ? startedOn : from;
  const last: PlainDate = endedOn !== null && endedOn < to ? endedOn : to;
  return Math.max(0, daysBetween(first, last) + 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
