import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import type { NotKnownReason } from '@mainstay/subgraph-kit/record';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** A religion, as the census of England and Wales asks for it: `Religion` of the graph. */
export type Religion = 'NO_RELIGION' | 'BUDDHIST' | 'CHRISTIAN' | 'HINDU' | 'JEWISH' | 'MUSLIM' | 'SIKH' | 'OTHER';

/** Who a child is, from a day on: what changes over a life or becomes known, and no return holds whole. */
export interface ProfileEntity extends RecordedRow {
  /** Since when it is so, as far as is known. */
  asOf: PlainDate;
  /** Religion, as the child or those who speak for the child say; null when it is not known. */
  religion: Religion | null;
  religionNotKnown: string | null;
  /** The language learned first, by its ISO 639 code; null when it is not known. */
  firstLanguage: string | null;
  firstLanguageNotKnown: string | null;
  /** Whether the child needs an interpreter. */
  needsInterpreter: boolean | null;
  needsInterpreterNotKnown: string | null;
  /** Whether the child is disabled as the Equality Act 2010 means it. */
  isDisabled: boolean | null;
  hasDisabilityNotKnown: string | null;
  /** The disabilities, by the codes of the children in need census; empty where there is none. */
  disabilities: readonly string[];
  /** What helps the child to understand and to be understood, in words; null when it is not known. */
  communicationNeeds: string | null;
  communicationNeedsNotKnown: string | null;
  /** The nationalities, by ISO 3166 code; empty when none is known. */
  nationalities: readonly string[];
  /** Why no nationality is known; null when one is. */
  nationalitiesNotKnown: NotKnownReason | null;
  /** The name of the team that the child is allocated to; null when it is not known. */
  team: string | null;
  teamNotKnown: string | null;
}

export const profileEntity = new EntitySchema<ProfileEntity>({
  name: 'Profile',
  tableName: 'profile',
  columns: {
    ...recordedColumns('profile'),
    asOf: { name: 'as_of', type: 'date' },
    religion: { name: 'religion', type: 'text', nullable: true },
    religionNotKnown: { name: 'religion_not_known', type: 'text', nullable: true },
    firstLanguage: { name: 'first_language', type: 'text', nullable: true },
    firstLanguageNotKnown: { name: 'first_language_not_known', type: 'text', nullable: true },
    needsInterpreter: { name: 'needs_interpreter', type: 'boolean', nullable: true },
    needsInterpreterNotKnown: { name: 'needs_interpreter_not_known', type: 'text', nullable: true },
    isDisabled: { name: 'is_disabled', type: 'boolean', nullable: true },
    hasDisabilityNotKnown: { name: 'has_disability_not_known', type: 'text', nullable: true },
    disabilities: { name: 'disabilities', type: 'jsonb' },
    communicationNeeds: { name: 'communication_needs', type: 'text', nullable: true },
    communicationNeedsNotKnown: { name: 'communication_needs_not_known', type: 'text', nullable: true },
    nationalities: { name: 'nationalities', type: 'jsonb' },
    nationalitiesNotKnown: { name: 'nationalities_not_known', type: 'text', nullable: true },
    team: { name: 'team', type: 'text', nullable: true },
    teamNotKnown: { name: 'team_not_known', type: 'text', nullable: true },
  },
  ...recordedKeys('profile'),
});
