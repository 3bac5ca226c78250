import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import type { NotKnownReason } from '@mainstay/subgraph-kit/record';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';
import type { DecisionLevel, DecisionType } from './decision.register.ts';

/** Where a question stands: `DecisionStatus` of the graph. */
export type DecisionStatus = 'ASKED' | 'MORE_ASKED' | 'AGREED' | 'REFUSED' | 'WITHDRAWN';

/** Something about a child that somebody has to decide, with the rule as it was when it was asked. */
export interface DecisionEntity extends RecordedRow {
  type: DecisionType;
  question: string;
  childWishes: string | null;
  childWishesNotKnown: NotKnownReason | null;
  status: DecisionStatus;
  /** Who decides, at least, now. */
  level: DecisionLevel;
  /** Who decided, at least, when it was asked. */
  askedLevel: DecisionLevel;
  /** Whether the one who asked may decide. */
  mayDecideOwn: boolean;
  /** The people who alone decide it; empty when the level says who. */
  deciderIds: readonly string[];
  /** By which day an answer is needed, as the one who asked said. */
  neededBy: PlainDate | null;
  /** The day after which it is late: the one named, else the rule's. */
  dueOn: PlainDate;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** What was said last. */
  answer: string | null;
}

export const decisionEntity = new EntitySchema<DecisionEntity>({
  name: 'Decision',
  tableName: 'decision',
  columns: {
    ...recordedColumns('decision'),
    type: { name: 'type', type: 'text' },
    question: { name: 'question', type: 'text' },
    childWishes: { name: 'child_wishes', type: 'text', nullable: true },
    childWishesNotKnown: { name: 'child_wishes_not_known', type: 'text', nullable: true },
    status: { name: 'status', type: 'text' },
    level: { name: 'level', type: 'text' },
    askedLevel: { name: 'asked_level', type: 'text' },
    mayDecideOwn: { name: 'may_decide_own', type: 'boolean' },
    deciderIds: { name: 'decider_ids', type: 'jsonb' },
    neededBy: { name: 'needed_by', type: 'date', nullable: true },
    dueOn: { name: 'due_on', type: 'date' },
    askedBy: { name: 'asked_by', type: 'text' },
    askedAt: { name: 'asked_at', type: 'timestamptz' },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    decidedAt: { name: 'decided_at', type: 'timestamptz', nullable: true },
    answer: { name: 'answer', type: 'text', nullable: true },
  },
  checks: [
    ...recordedKeys('decision').checks,
    {
      name: 'ck_decision_decided',
      expression: `(status IN ('AGREED', 'REFUSED', 'WITHDRAWN')) = (decided_at IS NOT NULL AND decided_by IS NOT NULL)`,
    },
  ],
  indices: [
    ...recordedKeys('decision').indices,
    {
      name: 'ix_decision_asked',
      columns: ['laCode', 'askedAt'],
      where: 'superseded_at IS NULL AND NOT is_withdrawn',
    },
  ],
});

/** Who may decide one kind of question about an authority's children, from one moment to another. */
export interface DecisionRuleEntity {
  laCode: string;
  id: string;
  type: DecisionType;
  level: DecisionLevel;
  mayDecideOwn: boolean;
  days: number;
  deciderIds: readonly string[];
  setBy: string;
  setAt: Date;
  supersededAt: Date | null;
}

export const decisionRuleEntity = new EntitySchema<DecisionRuleEntity>({
  name: 'DecisionRule',
  tableName: 'decision_rule',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_decision_rule' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_decision_rule' },
    type: { name: 'type', type: 'text' },
    level: { name: 'level', type: 'text' },
    mayDecideOwn: { name: 'may_decide_own', type: 'boolean' },
    days: { name: 'days', type: 'integer' },
    deciderIds: { name: 'decider_ids', type: 'jsonb' },
    setBy: { name: 'set_by', type: 'text' },
    setAt: { name: 'set_at', type: 'timestamptz' },
    supersededAt: { name: 'superseded_at', type: 'timestamptz', nullable: true },
  },
  indices: [
    {
      name: 'uq_decision_rule_in_force',
      columns: ['laCode', 'type'],
      unique: true,
      where: 'superseded_at IS NULL',
    },
  ],
});
