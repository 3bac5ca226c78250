import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { ContactEntity } from './contact.entity.ts';
import { contactStore } from './contact.store.ts';

export type ContactLoader = RecordLoader<ContactEntity>;

/** Contact that took place or did not of a child, newest first. */
export function contactLoader(request: RequestForRows): ContactLoader {
  return recordLoader(request, contactStore, 'held_on DESC, recorded_at DESC, id');
}
