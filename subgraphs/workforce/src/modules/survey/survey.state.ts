import type { PlainDate } from '@mainstay/primitives';
import type { SurveyWaveRow } from './survey.entity.ts';

/** Where a wave stands: the values of the GraphQL enum `SurveyWaveState`. */
export type SurveyWaveState = 'PLANNED' | 'OPEN' | 'CLOSED';

/** Where a wave stands on a day. */
export function waveStateOn(
  { opensOn, closesOn, closedAt }: Pick<SurveyWaveRow, 'opensOn' | 'closesOn' | 'closedAt'>,
  today: PlainDate,
): SurveyWaveState {
  if (closedAt !== null || closesOn < today) return 'CLOSED';
  return opensOn <= today ? 'OPEN' : 'PLANNED';
}
