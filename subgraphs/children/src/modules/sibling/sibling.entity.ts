import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** How two children are brother or sister: `SiblingRelation` of the graph. */
export type SiblingRelation = 'FULL' | 'HALF' | 'STEP' | 'ADOPTIVE' | 'RAISED_TOGETHER';

/** Where a brother or sister lives who is not a child of the authority: `SiblingHome` of the graph. */
export type SiblingHome = 'PARENTS' | 'RELATIVES' | 'CARE_ELSEWHERE' | 'ADOPTED' | 'OWN_HOME' | 'OTHER';

/**
 * A brother or sister of a child: another child of the authority, or one who is not. Between two children of the
 * authority it is recorded once and shown in both records.
 */
export interface SiblingEntity extends RecordedRow {
  /** The brother or sister, where a child of the authority; null otherwise. */
  siblingChildId: string | null;
  /** What the brother or sister is called, where not a child of the authority; null otherwise. */
  name: string | null;
  /** How they are brother or sister. */
  relation: SiblingRelation;
  /**
   * Where the brother or sister lives, where not a child of the authority; null when that is not known, or the record
   * of the brother or sister tells it.
   */
  home: SiblingHome | null;
  homeNotKnown: string | null;
  /** Whether they live together. */
  isTogether: boolean | null;
  livesTogetherNotKnown: string | null;
  /** Why they do not live together, in words; null when they do, or it is not known. */
  apartReason: string | null;
  /** The day on which that was so. */
  asOf: PlainDate;
}

const keys = recordedKeys('sibling');

export const siblingEntity = new EntitySchema<SiblingEntity>({
  name: 'Sibling',
  tableName: 'sibling',
  columns: {
    ...recordedColumns('sibling'),
    siblingChildId: { name: 'sibling_child_id', type: 'text', nullable: true },
    name: { name: 'name', type: 'text', nullable: true },
    relation: { name: 'relation', type: 'text' },
    home: { name: 'home', type: 'text', nullable: true },
    homeNotKnown: { name: 'home_not_known', type: 'text', nullable: true },
    isTogether: { name: 'is_together', type: 'boolean', nullable: true },
    livesTogetherNotKnown: { name: 'lives_together_not_known', type: 'text', nullable: true },
    apartReason: { name: 'apart_reason', type: 'text', nullable: true },
    asOf: { name: 'as_of', type: 'date' },
  },
  checks: keys.checks,
  indices: [...keys.indices, { name: 'ix_sibling_other', columns: ['laCode', 'siblingChildId'] }],
});
