import { recordStore } from '../../record/record-store.ts';
import { voiceEntity, voicePromiseEntity } from './voice.entity.ts';

/** What was said, on record. */
export const voiceStore = recordStore(voiceEntity, 'VOICE');

/** What was promised about it, on record. */
export const voicePromiseStore = recordStore(voicePromiseEntity, 'VOICE');
