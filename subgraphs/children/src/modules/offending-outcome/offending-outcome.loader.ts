import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { OffendingOutcomeEntity } from './offending-outcome.entity.ts';
import { offendingOutcomeStore } from './offending-outcome.store.ts';

export type OffendingOutcomeLoader = RecordLoader<OffendingOutcomeEntity>;

/** Outcomes of a child’s offending, newest first. */
export function offendingOutcomeLoader(request: RequestForRows): OffendingOutcomeLoader {
  return recordLoader(request, offendingOutcomeStore, 'happened_on DESC, recorded_at DESC, id');
}
