import { recordStore } from '../../record/record-store.ts';
import { contactEntity } from './contact.entity.ts';

/** Contact that took place or was due, on record. */
export const contactStore = recordStore(contactEntity, 'CONTACT');
