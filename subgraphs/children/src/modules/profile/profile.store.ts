import { recordStore } from '../../record/record-store.ts';
import { profileEntity } from './profile.entity.ts';

/** Who a child is, over time on record. */
export const profileStore = recordStore(profileEntity, 'PLANS');
