import type { Context } from '../../context.ts';
import type { ContactPlanEntity } from '../contact-plan/contact-plan.entity.ts';

/** The plan that contact was held under, as it stands now; null when it was taken back or is out of sight. */
export async function planOf(planId: string, childId: string, { loaders }: Context): Promise<ContactPlanEntity | null> {
  const child = await loaders.children.load(childId);
  const plans = child === null ? [] : await loaders.contactPlans.load({ child, knownAt: null });
  return plans.find(({ id }) => id === planId) ?? null;
}
