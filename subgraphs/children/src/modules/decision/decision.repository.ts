import { randomUUID } from 'node:crypto';
import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import { ofOwnerSql, ownerParams, type RecordsOwner } from '../../record/records-of-owner.ts';
import type { DecisionEntity, DecisionRuleEntity, DecisionStatus } from './decision.entity.ts';
import type { RuleOfRegister } from './decision.register.ts';
import { decisionStore } from './decision.store.ts';

const OF_OWNER = ofOwnerSql('decision', 'CARE_PLANNING');

/** Questions of these statuses, the one asked first before the others. */
export function findRequests(
  db: Db,
  owner: RecordsOwner,
  { statuses, most }: { readonly statuses: readonly DecisionStatus[]; readonly most: number },
): Promise<DecisionEntity[]> {
  return db.query<DecisionEntity>(
    `${decisionStore.select} WHERE ${OF_OWNER} AND status = ANY ($6::text[]) ORDER BY asked_at, id LIMIT $7`,
    [...ownerParams(owner), statuses, most],
  );
}

/** How long questions of one kind took; `type` is null for all kinds. */
export interface TimesRow {
  readonly type: string | null;
  readonly asked: number;
  readonly open: number;
  readonly agreed: number;
  readonly refused: number;
  readonly withdrawn: number;
  readonly late: number;
  readonly medianHours: number | null;
}

/** How long questions took that were asked in a period: one row for each kind, and one for all. */
export function findTimes(
  db: Db,
  owner: RecordsOwner,
  { from, to, today }: { readonly from: PlainDate; readonly to: PlainDate; readonly today: PlainDate },
): Promise<TimesRow[]> {
  const isOpen = `status IN ('ASKED', 'MORE_ASKED')`;
  const dayOf = (instant: string) => `(${instant} AT TIME ZONE 'Europe/London')::date`;
  return db.query<TimesRow>(
    `SELECT type, count(*)::integer AS asked, count(*) FILTER (WHERE ${isOpen})::integer AS open,
       count(*) FILTER (WHERE status = 'AGREED')::integer AS agreed,
       count(*) FILTER (WHERE status = 'REFUSED')::integer AS refused,
       count(*) FILTER (WHERE status = 'WITHDRAWN')::integer AS withdrawn,
       count(*) FILTER (
         WHERE status <> 'WITHDRAWN' AND coalesce(${dayOf('decided_at')}, $8::date) > due_on
       )::integer AS late,
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - asked_at) / 3600)
         FILTER (WHERE status IN ('AGREED', 'REFUSED')))::numeric, 1)::float8 AS "medianHours"
     FROM decision WHERE ${OF_OWNER} AND ${dayOf('asked_at')} BETWEEN $6::date AND $7::date
     GROUP BY GROUPING SETS ((), (type)) ORDER BY type NULLS FIRST`,
    [...ownerParams(owner), from, to, today],
  );
}

/** A rule that an authority set. */
export type RuleSet = Omit<DecisionRuleEntity, 'id' | 'supersededAt'>;

/** The rules in force that authorities set. */
export function findRules(db: Db, laCodes: readonly string[]): Promise<RuleSet[]> {
  return db.query<RuleSet>(
    `SELECT la_code AS "laCode", type, level, may_decide_own AS "mayDecideOwn", days, decider_ids AS "deciderIds",
       set_by AS "setBy", set_at AS "setAt"
     FROM decision_rule WHERE la_code = ANY ($1::text[]) AND superseded_at IS NULL`,
    [laCodes],
  );
}

/** Puts a rule in the place of the one in force. */
export async function replaceRule(db: Db, rule: RuleOfRegister & RuleSet): Promise<void> {
  const { laCode, type, level, mayDecideOwn, days, deciderIds, setBy, setAt } = rule;
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`decision-rule:${laCode}`]);
  await db.query(
    `UPDATE decision_rule SET superseded_at = $3 WHERE la_code = $1 AND type = $2 AND superseded_at IS NULL`,
    [laCode, type, setAt],
  );
  await db.query(
    `INSERT INTO decision_rule (la_code, id, type, level, may_decide_own, days, decider_ids, set_by, set_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [laCode, `${laCode}.${randomUUID()}`, type, level, mayDecideOwn, days, JSON.stringify(deciderIds), setBy, setAt],
  );
}
