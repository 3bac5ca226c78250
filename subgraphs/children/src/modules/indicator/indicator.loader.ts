import DataLoader from 'dataloader';
import type { Measure } from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import type { MeasureQuestion } from './indicator.question.ts';
import { answerMeasures } from './indicator.service.ts';

/** A loader of measures: everything a request asks for at a time is counted together. */
export type MeasureLoader = DataLoader<MeasureQuestion, Measure, string>;

export function measureLoader(request: Request): MeasureLoader {
  return new DataLoader((questions) => answerMeasures(questions, request), {
    cacheKeyFn: ({ indicator, owner, period }) =>
      JSON.stringify([indicator.code, owner.kind, owner.id, period.from, period.to]),
  });
}
