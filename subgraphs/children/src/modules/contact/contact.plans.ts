import type { Period } from '@mainstay/primitives';
import { BadInputError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { barOn } from '../contact-plan/contact-plan.bars.ts';
import type { ContactPlanEntity } from '../contact-plan/contact-plan.entity.ts';
import type { ContactEntity } from './contact.entity.ts';
import { contactTotals, type ContactTotal } from './contact.totals.ts';

/** The plan that contact was held under, as it stands now; null when it was taken back or is out of sight. */
export async function planOf({ planId, childId }: ContactEntity, context: Context): Promise<ContactPlanEntity | null> {
  if (planId === null) return null;
  return (await plansOf(childId, context)).find(({ id }) => id === planId) ?? null;
}

/** True when contact that took place was barred that day, as is known now: the bar may have come to light later. */
export async function wasBarred(contact: ContactEntity, context: Context): Promise<boolean> {
  if (contact.outcome !== 'TOOK_PLACE') return false;
  return barOn(contact.heldOn, contact, await plansOf(contact.childId, context)) !== null;
}

/**
 * Contact with each person in a period, against what was planned, as known now.
 *
 * @throws BadInputError when the period ends before it begins.
 */
export async function totalsOf(child: ChildRow, period: Period, { loaders }: Context): Promise<ContactTotal[]> {
  if (period.to < period.from) throw new BadInputError('The period ends before it begins.');
  const now = { child, knownAt: null };
  return contactTotals(await loaders.contactPlans.load(now), await loaders.contacts.load(now), period);
}

async function plansOf(childId: string, { loaders }: Context): Promise<readonly ContactPlanEntity[]> {
  const child = await loaders.children.load(childId);
  return child === null ? [] : loaders.contactPlans.load({ child, knownAt: null });
}
