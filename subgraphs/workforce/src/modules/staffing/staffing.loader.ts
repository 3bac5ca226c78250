import type { Loading } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import { canReadStaffOf, readableLaCodes } from '../employment/employment.policy.ts';
import { findStaffing, type StaffingQuestion } from './staffing.repository.ts';
import { summarise, type Staffing } from './staffing.summary.ts';

/** An employer's staff and establishment on a day; null for those who may not see them. */
export type StaffingLoader = DataLoader<StaffingQuestion, Staffing | null, string>;

/** A loader of summaries for one request. */
export function createStaffingLoader({ db, viewer, moment: { today }, touched }: Loading): StaffingLoader {
  return new DataLoader<StaffingQuestion, Staffing | null, string>(
    async (questions) => {
      const found = await findStaffing(db, questions, readableLaCodes(viewer, today));
      return questions.map((question, index) => {
        if (!canReadStaffOf(viewer, question, today)) return null;
        const staffing = summarise(found[index] ?? { staff: [], posts: [] }, question.on);
        touched.list('staffing', [], staffing.headcount);
        return staffing;
      });
    },
    { cacheKeyFn: JSON.stringify },
  );
}
