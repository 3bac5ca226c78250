import type { EntitySchema } from 'typeorm';
import type { SubgraphModule } from '@mainstay/subgraph-kit';
import { allocationEntity } from './allocation/allocation.entity.ts';
import { breakGlassModule } from './break-glass/break-glass.module.ts';
import { careLeaverEntity } from './care-leaver/care-leaver.entity.ts';
import { childNameModule } from './child-name/child-name.module.ts';
import { childModule } from './child/child.module.ts';
import { episodeModule } from './episode/episode.module.ts';
import type { ImportContext } from './import-903/import-903.context.ts';
import { import903Module } from './import-903/import-903.module.ts';
import { independentReviewingOfficerModule } from './independent-reviewing-officer/independent-reviewing-officer.module.ts';
import { indicatorModule } from './indicator/indicator.module.ts';
import { inspectionSampleModule } from './inspection-sample/inspection-sample.module.ts';
import { legalStatusModule } from './legal-status/legal-status.module.ts';
import { periodOfCareEntity } from './period-of-care/period-of-care.entity.ts';
import { placementModule } from './placement/placement.module.ts';
import { postcodeModule } from './postcode/postcode.module.ts';
import { restrictionModule } from './restriction/restriction.module.ts';
import { return903Module } from './return-903/return-903.module.ts';
import { reviewModule } from './review/review.module.ts';
import { socialWorkerEpisodeModule } from './social-worker-episode/social-worker-episode.module.ts';
import { recordModule } from './record/record.module.ts';
import { uploadChunkEntity, uploadEntity } from './upload/upload.entity.ts';
import { visitModule } from './visit/visit.module.ts';

/** The concepts of this subgraph that have a part in the graph: its table of contents. */
export const modules: readonly SubgraphModule<ImportContext>[] = [
  childModule,
  episodeModule,
  placementModule,
  legalStatusModule,
  socialWorkerEpisodeModule,
  reviewModule,
  indicatorModule,
  return903Module,
  import903Module,
  postcodeModule,
  childNameModule,
  restrictionModule,
  independentReviewingOfficerModule,
  inspectionSampleModule,
  breakGlassModule,
  recordModule,
  visitModule,
];

/** The concepts that have no part in the graph, by their folders, with their tables. */
export const conceptsWithoutGraph: Readonly<Record<string, readonly EntitySchema[]>> = {
  allocation: [allocationEntity],
  'care-leaver': [careLeaverEntity],
  'misuse-facts': [],
  'period-of-care': [periodOfCareEntity],
  upload: [uploadEntity, uploadChunkEntity],
  'viewer-relationships': [],
};
