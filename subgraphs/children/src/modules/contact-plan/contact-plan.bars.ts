import type { PlainDate } from '@mainstay/primitives';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { ContactPlanEntity, ContactRelation } from './contact-plan.entity.ts';

/** Somebody a child is in contact with. */
export interface ContactPerson {
  readonly personName: string;
  readonly relation: ContactRelation;
}

type Span = Pick<ContactPlanEntity, 'startedOn' | 'endedOn'>;
type Planned = ContactPerson & Span & Pick<ContactPlanEntity, 'isBarred'>;

/** A child has one of each: whatever name they go by, the bar is theirs. */
const ONE_OF_EACH: ReadonlySet<ContactRelation> = new Set(['MOTHER', 'FATHER']);

/**
 * What bars contact with a person on a day; null when nothing does. The person is the one barred when the name is the
 * same but for case and spaces, or both are the mother, or both the father.
 */
export function barOn<Plan extends Planned>(
  day: PlainDate,
  person: ContactPerson,
  plans: readonly Plan[],
): Plan | null {
  return plans.find((plan) => plan.isBarred && isSamePerson(plan, person) && includes(plan, day)) ?? null;
}

/**
 * Refuses what is planned with somebody who is barred at the time, and a bar on somebody with whom contact is planned then.
 *
 * @throws RecordFault
 */
export function refuseAgainstBar(plan: Planned, others: readonly Planned[]): void {
  const against = others.some(
    (other) => other.isBarred !== plan.isBarred && isSamePerson(other, plan) && overlaps(other, plan),
  );
  if (!against) return;
  throw new RecordFault(
    'isBarred',
    plan.isBarred
      ? 'Contact with this person is planned at that time. End the plan first: give it a last day.'
      : 'Contact with this person is barred at that time. Contact cannot be planned while it is.',
  );
}

/** True when both are one person: by the name but for case and spaces, or both the mother, or both the father. */
export function isSamePerson(one: ContactPerson, other: ContactPerson): boolean {
  if (one.relation === other.relation && ONE_OF_EACH.has(one.relation)) return true;
  return plainName(one.personName) === plainName(other.personName);
}

function plainName(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase('en-GB').replaceAll(/\s+/gu, ' ').trim();
}

function includes({ startedOn, endedOn }: Span, day: PlainDate): boolean {
  return startedOn <= day && (endedOn === null || endedOn >= day);
}

function overlaps(one: Span, other: Span): boolean {
  return (
    (one.endedOn === null || one.endedOn >= other.startedOn) &&
    (other.endedOn === null || other.endedOn >= one.startedOn)
  );
}
