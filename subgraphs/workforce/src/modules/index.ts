import type { SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../context.ts';
import { employmentModule } from './employment/employment.module.ts';
import { publishedFigureModule } from './published-figure/published-figure.module.ts';
import { recordModule } from './record/record.module.ts';
import { registrationModule } from './registration/registration.module.ts';
import { retentionModule } from './retention/retention.module.ts';
import { staffIndicatorModule } from './staff-indicator/staff-indicator.module.ts';
import { workerModule } from './worker/worker.module.ts';
import { designationModule } from './designation/designation.module.ts';
import { postModule } from './post/post.module.ts';
import { staffingModule } from './staffing/staffing.module.ts';
import { transferModule } from './transfer/transfer.module.ts';

/** The concepts of this subgraph: its table of contents. */
export const modules: readonly SubgraphModule<Context>[] = [
  recordModule,
  workerModule,
  registrationModule,
  employmentModule,
  postModule,
  designationModule,
  transferModule,
  staffingModule,
  staffIndicatorModule,
  publishedFigureModule,
  retentionModule,
];
