import { recordStore } from '../../record/record-store.ts';
import { siblingEntity } from './sibling.entity.ts';

/** Brothers and sisters on record. */
export const siblingStore = recordStore(siblingEntity, 'PLANS');
