import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { VoiceEntity, VoicePromiseEntity } from './voice.entity.ts';
import { voicePromiseStore, voiceStore } from './voice.store.ts';

/** What reads what was said about a child, and what was promised. */
export interface VoiceLoaders {
  readonly voices: RecordLoader<VoiceEntity>;
  readonly promises: RecordLoader<VoicePromiseEntity>;
}

/** What was said, newest first; what was promised, by the day it is due. */
export function voiceLoaders(request: RequestForRows): VoiceLoaders {
  return {
    voices: recordLoader(request, voiceStore, 'said_on DESC, recorded_at DESC, id'),
    promises: recordLoader(request, voicePromiseStore, 'due_on, recorded_at, id'),
  };
}
