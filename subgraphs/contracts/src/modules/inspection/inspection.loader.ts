import { manyByKey, oneByKey, type Loading } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { InspectionRow } from './inspection.entity.ts';
import { canReadInspection } from './inspection.policy.ts';
import { findInspectionsById, findInspectionsOfAuthorities } from './inspection.repository.ts';

/** The two ways to inspections; each answers those the viewer may see. */
export interface InspectionLoaders {
  readonly inspection: DataLoader<string, InspectionRow | null>;
  readonly inspectionsOfAuthority: DataLoader<string, readonly InspectionRow[]>;
}

/** Loaders of inspections for one request. */
export function createInspectionLoaders({ db, viewer, moment, touched }: Loading): InspectionLoaders {
  const visible = async (rows: Promise<InspectionRow[]>): Promise<InspectionRow[]> =>
    (await rows).filter((inspection) => canReadInspection(viewer, inspection, moment));
  return {
    inspection: oneByKey(
      (ids) => visible(findInspectionsById(db, ids)),
      (inspection) => inspection.id,
    ),
    inspectionsOfAuthority: manyByKey(
      async (laCodes) => {
        const inspections = await visible(findInspectionsOfAuthorities(db, laCodes));
        touched.list('inspections', [], inspections.length);
        return inspections;
      },
      (inspection) => inspection.laCode,
    ),
  };
}
