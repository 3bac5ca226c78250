import type DataLoader from 'dataloader';
import { manyByKey } from '@mainstay/subgraph-kit';
import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { CarePlanEntity } from './care-plan.entity.ts';
import { findVersions } from './care-plan.repository.ts';
import { carePlanStore } from './care-plan.store.ts';

/** What reads plans: the editions of a child, and by the id of an edition all its versions, oldest first. */
export interface CarePlanLoaders {
  readonly editions: RecordLoader<CarePlanEntity>;
  readonly versions: DataLoader<string, readonly CarePlanEntity[]>;
}

/** The plans of a child, newest edition first, care plans before pathway plans. */
export function carePlanLoaders(request: RequestForRows): CarePlanLoaders {
  return {
    editions: recordLoader(request, carePlanStore, 'kind, edition DESC'),
    versions: manyByKey(
      (ids) => findVersions(request.db, ids),
      ({ id }) => id,
    ),
  };
}
