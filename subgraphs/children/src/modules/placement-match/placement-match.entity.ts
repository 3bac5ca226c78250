import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** How well a placement fits the child, as judged when it was made. Of each pair, exactly one is there. */
export interface PlacementMatchEntity extends RecordedRow {
  /** The first day of the placement. */
  startedOn: PlainDate;
  isEthnicityMatched: boolean | null;
  ethnicityNotKnown: string | null;
  isReligionMatched: boolean | null;
  religionNotKnown: string | null;
  isLanguageMatched: boolean | null;
  languageNotKnown: string | null;
  /** Both are null for a child without brothers or sisters in care. */
  isWithSiblings: boolean | null;
  siblingsNotKnown: string | null;
  isNearEnough: boolean | null;
  distanceNotKnown: string | null;
  note: string | null;
}

const answer = (name: string) => ({ name, type: 'boolean', nullable: true }) as const;
const reason = (name: string) => ({ name, type: 'text', nullable: true }) as const;

export const placementMatchEntity = new EntitySchema<PlacementMatchEntity>({
  name: 'PlacementMatch',
  tableName: 'placement_match',
  columns: {
    ...recordedColumns('placement_match'),
    startedOn: { name: 'started_on', type: 'date' },
    isEthnicityMatched: answer('is_ethnicity_matched'),
    ethnicityNotKnown: reason('ethnicity_not_known'),
    isReligionMatched: answer('is_religion_matched'),
    religionNotKnown: reason('religion_not_known'),
    isLanguageMatched: answer('is_language_matched'),
    languageNotKnown: reason('language_not_known'),
    isWithSiblings: answer('is_with_siblings'),
    siblingsNotKnown: reason('siblings_not_known'),
    isNearEnough: answer('is_near_enough'),
    distanceNotKnown: reason('distance_not_known'),
    note: { name: 'note', type: 'text', nullable: true },
  },
  ...recordedKeys('placement_match'),
});
