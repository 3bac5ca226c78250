import DataLoader from 'dataloader';
import type { Measure } from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import { answerBreakdowns, type BreakdownQuestion, type MeasureOfGroup } from './indicator.breakdown-service.ts';
import type { MeasureQuestion } from './indicator.question.ts';
import { answerMeasures } from './indicator.service.ts';

/** A loader of measures: everything a request asks for at a time is counted together. */
export type MeasureLoader = DataLoader<MeasureQuestion, Measure, string>;

export function measureLoader(request: Request): MeasureLoader {
  return new DataLoader((questions) => answerMeasures(questions, request), {
    cacheKeyFn: keyOf,
  });
}

/** A loader of measures by groups: everything a request asks for at a time is counted together. */
export type BreakdownLoader = DataLoader<BreakdownQuestion, MeasureOfGroup[], string>;

export function breakdownLoader(request: Request): BreakdownLoader {
  return new DataLoader((questions) => answerBreakdowns(questions, request), {
    cacheKeyFn: ({ question, by }) => `${by} ${keyOf(question)}`,
  });
}

function keyOf({ indicator, owner, period }: MeasureQuestion): string {
  return JSON.stringify([indicator.code, owner.kind, owner.id, period.from, period.to]);
}
