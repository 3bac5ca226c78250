import type { Viewer } from '@mainstay/subgraph-kit';
import { recordStore } from '../../record/record-store.ts';
import { carePlanEntity } from './care-plan.entity.ts';

/** Who agrees plans, and corrects what was agreed: managers, of the authority and of practices. */
export function mayAgree({ role }: Viewer): boolean {
  return role === 'la-manager' || role === 'swp-manager';
}

/** Editions of plans on record. */
export const carePlanStore = recordStore(carePlanEntity, 'PLANS', {
  refusesWithdrawal: (viewer, { status }) =>
    status === 'DRAFT' || mayAgree(viewer) ? null : 'Only managers take back a plan that was agreed.',
});
