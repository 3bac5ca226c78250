import type { SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../context.ts';
import { absenceModule } from './absence/absence.module.ts';
import { designationModule } from './designation/designation.module.ts';
import { employmentModule } from './employment/employment.module.ts';
import { postModule } from './post/post.module.ts';
import { publishedFigureModule } from './published-figure/published-figure.module.ts';
import { recordModule } from './record/record.module.ts';
import { registrationModule } from './registration/registration.module.ts';
import { retentionModule } from './retention/retention.module.ts';
import { staffExpectationModule } from './staff-expectation/staff-expectation.module.ts';
import { staffIndicatorModule } from './staff-indicator/staff-indicator.module.ts';
import { staffingModule } from './staffing/staffing.module.ts';
import { supervisionModule } from './supervision/supervision.module.ts';
import { supportDueModule } from './support-due/support-due.module.ts';
import { surveyInvitationModule } from './survey-invitation/survey-invitation.module.ts';
import { surveyResultModule } from './survey-result/survey-result.module.ts';
import { surveyModule } from './survey/survey.module.ts';
import { timeDiaryModule } from './time-diary/time-diary.module.ts';
import { timeUseModule } from './time-use/time-use.module.ts';
import { trainingModule } from './training/training.module.ts';
import { transferModule } from './transfer/transfer.module.ts';
import { workerModule } from './worker/worker.module.ts';
import { workforceCensusModule } from './workforce-census/workforce-census.module.ts';

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
  surveyModule,
  surveyInvitationModule,
  surveyResultModule,
  staffExpectationModule,
  supervisionModule,
  trainingModule,
  supportDueModule,
  absenceModule,
  timeDiaryModule,
  timeUseModule,
  workforceCensusModule,
];
