import { recordStore } from '../../record/record-store.ts';
import { profileEntity } from './profile.entity.ts';

/** Who children are, on record. */
export const profileStore = recordStore(profileEntity, 'PLANS');
