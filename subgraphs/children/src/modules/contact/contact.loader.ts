import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { ContactEntity } from './contact.entity.ts';
import { contactStore } from './contact.store.ts';

export type ContactLoader = RecordLoader<ContactEntity>;

/** Contact of a child that took place or was due, newest first. */
export function contactLoader(request: RequestForRows): ContactLoader {
  return recordLoader(request, contactStore, 'held_on DESC, recorded_at DESC, id');
}
