import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { ProfileEntity } from './profile.entity.ts';
import { profileStore } from './profile.store.ts';

export type ProfileLoader = RecordLoader<ProfileEntity>;

/** Who a child is and was, newest first. */
export function profileLoader(request: RequestForRows): ProfileLoader {
  return recordLoader(request, profileStore, 'as_of DESC, recorded_at DESC, id');
}
