import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { ContributionEntity } from './contribution.entity.ts';
import { contributionStore } from './contribution.store.ts';

export type ContributionLoader = RecordLoader<ContributionEntity>;

/** What a child takes part in and achieves, newest first. */
export function contributionLoader(request: RequestForRows): ContributionLoader {
  return recordLoader(request, contributionStore, 'started_on DESC, recorded_at DESC, id');
}
