import type { PlainDate } from '@mainstay/primitives';
import type { Db, Measure, Viewer } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import type { StaffIndicator } from '../../indicators/staff-indicator.ts';
import { readableLaCodes } from '../employment/employment.policy.ts';
import { countStaff, type StaffQuestion } from './staff-indicator.repository.ts';
import { measureOf, measureWithout, refusalOf } from './staff-indicator.service.ts';

/** One indicator for one employer and period. */
export interface StaffMeasureKey {
  readonly indicator: StaffIndicator;
  readonly question: StaffQuestion;
}

/** Measures of staff: one statement an indicator, however many employers and periods are asked for. */
export function createStaffMeasureLoader(
  db: Db,
  viewer: Viewer,
  today: PlainDate,
): DataLoader<StaffMeasureKey, Measure, string> {
  const cacheKeyFn = ({ indicator, question }: StaffMeasureKey): string =>
    JSON.stringify([indicator.code, question.employerKind, question.employerId, question.from, question.to]);

  return new DataLoader<StaffMeasureKey, Measure, string>(
    async (keys) => {
      const measures = new Map<StaffMeasureKey, Measure>();
      const countable: StaffMeasureKey[] = [];
      for (const key of keys) {
        const refusal = refusalOf(viewer, key.question, today);
        if (refusal) measures.set(key, measureWithout(key.indicator, key.question, refusal));
        else countable.push(key);
      }
      for (const [indicator, asked] of Map.groupBy(countable, (key) => key.indicator)) {
        const questions = asked.map((key) => key.question);
        const counts = await countStaff(db, { indicator, questions, laCodes: readableLaCodes(viewer, today) });
        for (const [index, key] of asked.entries()) {
          const count = counts[index];
          if (count) measures.set(key, measureOf(indicator, key.question, count));
        }
      }
      return keys.map((key) => measures.get(key) ?? new Error('A measure of staff was not counted.'));
    },
    { cacheKeyFn },
  );
}
