import { allowChange, inRelation, namedToViewer, notHidden, restrictAdding, viewerIs } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

const TABLES = {
  review_meeting: 'REVIEW_PREPARATION',
  review_meeting_decision: 'CARE_PLANNING',
  review_meeting_concern: 'REVIEW_PREPARATION',
} as const;

/**
 * Creates `review_meeting`, `review_meeting_decision` and `review_meeting_concern`: reviews from their preparation to what
 * they decided, and what Independent Reviewing Officers are concerned about. Officers write about the children named to
 * them; only they and the authority's managers record a review as held, and only they raise a concern.
 */
export class CreateReviewMeeting1795305600151 implements MigrationInterface {
  readonly name = 'CreateReviewMeeting1795305600151';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    for (const [table, needs] of Object.entries(TABLES)) {
      await guardRecordTable(queryRunner, { table, needs });
      const rows = `${inRelation} AND ${namedToViewer} AND ${notHidden} AND ${viewerIs('la-iro')}`;
      const own = 'recorded_by = (SELECT sec.subject())';
      await allowChange(queryRunner, { table, audience: 'named', condition: `${rows} AND ${own}` });
      await allowChange(queryRunner, { table, audience: 'named', columns: ['superseded_at'], condition: rows });
    }
    // A review that was held is a row of the return: the officer brings that change about, and no other.
    const held = `${inRelation} AND ${namedToViewer} AND ${notHidden} AND ${viewerIs('la-iro')} AND kind = 'REVIEW_HELD'
      AND recorded_by = (SELECT sec.subject())`;
    await allowChange(queryRunner, { table: 'return_change', audience: 'named', condition: held });
    await restrictAdding(queryRunner, {
      table: 'review_meeting',
      audiences: ['la', 'practice'],
      condition: `status <> 'HELD' OR ${viewerIs('la-manager')}`,
    });
    await restrictAdding(queryRunner, {
      table: 'review_meeting_concern',
      audiences: ['la', 'practice'],
      condition: 'version > 1 AND NOT is_resolved',
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP POLICY named_add ON return_change');
    await queryRunner.query('DROP TABLE review_meeting_concern, review_meeting_decision, review_meeting');
  }
}

const tables = `
  CREATE TABLE review_meeting (
    ${recordedColumnsSql},
    status text NOT NULL,
    planned_for date NOT NULL,
    place text,
    invitations jsonb NOT NULL,
    reports jsonb NOT NULL,
    views jsonb NOT NULL,
    discussed_on date,
    discussion text,
    held_on date,
    chaired_by text,
    child_attended boolean,
    contribution text,
    participation text,
    is_plan_right boolean,
    plan_right_not_known text,
    plan_note text,
    next_review_by date,
    minutes text,
    cancelled_reason text,
    ${recordedConstraintsSql('review_meeting')},
    CONSTRAINT ck_review_meeting_held
      CHECK ((status = 'HELD') = (held_on IS NOT NULL AND participation IS NOT NULL AND chaired_by IS NOT NULL))
  );
  ${recordedIndexesSql('review_meeting')}
  CREATE UNIQUE INDEX uq_review_meeting_day ON review_meeting (la_code, child_id, held_on)
    WHERE superseded_at IS NULL AND status = 'HELD' AND NOT is_withdrawn;
  CREATE TABLE review_meeting_decision (
    ${recordedColumnsSql},
    meeting_id text NOT NULL,
    position integer NOT NULL,
    what text NOT NULL,
    who text NOT NULL,
    due_on date NOT NULL,
    status text NOT NULL,
    done_on date,
    note text,
    ${recordedConstraintsSql('review_meeting_decision')}
  );
  ${recordedIndexesSql('review_meeting_decision')}
  CREATE TABLE review_meeting_concern (
    ${recordedColumnsSql},
    text text NOT NULL,
    stage text NOT NULL,
    answer_by date NOT NULL,
    answer text,
    answered_by text,
    is_resolved boolean NOT NULL,
    raised_by text NOT NULL,
    raised_at timestamptz NOT NULL,
    ${recordedConstraintsSql('review_meeting_concern')}
  );
  ${recordedIndexesSql('review_meeting_concern')}
`;
