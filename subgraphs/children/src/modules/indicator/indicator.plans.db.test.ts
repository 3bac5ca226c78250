import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectionYear } from '@mainstay/primitives';
import type { Database, Db } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { childIndicators } from '../../indicators/index.ts';
import type { ChildIndicator } from '../../indicators/indicator.ts';
import { migrations } from '../../migrations/index.ts';
import { testClock } from '../../testing/asking.ts';
import { givenManyChildren } from '../../testing/many-children.ts';
import { countMembers } from './indicator.membership-repository.ts';
import type { MeasureOwner } from './indicator.question.ts';

const authorities = 150;
const childrenOfEach = 100;
const years = [2022, 2023, 2024, 2025, 2026];
const ownRows: Readonly<Record<string, number>> = {
  child: childrenOfEach,
  episode: 4 * childrenOfEach,
  return_table: 5 * 7,
  period_of_care: childrenOfEach,
  legal_status_period: childrenOfEach,
  placement: 4 * childrenOfEach,
  social_worker_episode: 3 * childrenOfEach,
  review: 4 * childrenOfEach,
  care_leaver: childrenOfEach,
  allocation: childrenOfEach,
};
/** Each year looks at the authority's rows anew, and an indicator may look at a table three times over. */
const mostLooks = 3 * years.length;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function rowsVisited(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}

describe('the plans of measures among 150 authorities', () => {
  let database: Database;
  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock });
    await givenManyChildren(database, { authorities, childrenOfEach });
  }, 120_000);
  afterAll(() => database.close());

  async function planOf(db: Db, indicator: ChildIndicator, owner: MeasureOwner, laCode: string): Promise<PlanNode[]> {
    let plan: PlanNode | undefined;
    const explaining: Db = {
      manager: db.manager,
      asPlatform: db.asPlatform,
      query: async (sql, params) => {
        const rows = await db.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
          `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
          params,
        );
        plan = rows[0]?.['QUERY PLAN'][0].Plan;
        return [];
      },
    };
    const rows = years.map((year, ord) => ({
      ord,
      laCode,
      question: { indicator, owner, period: collectionYear(year) },
    }));
    const practiceId = owner.kind === 'practice' ? owner.id : null;
    const sight = { laCodes: null, hidden: [], named: null, practiceId, at: testClock.now() };
    await countMembers(explaining, indicator, { kind: owner.kind, rows, sight });
    return plan ? nodesOf(plan) : [];
  }

  /** The tables of which a plan visits more rows than one authority's, looked at a few times, would explain. */
  function tablesLeft(nodes: readonly PlanNode[]): string[] {
    const scans = Map.groupBy(nodes, (node) => node['Relation Name']);
    return [...scans].flatMap(([table, all]) => {
      const rows = all.reduce((sum, node) => sum + rowsVisited(node), 0);
      return table !== undefined && rows > mostLooks * (ownRows[table] ?? 0) ? [`${table}: ${rows} rows`] : [];
    });
  }

  test.each(childIndicators)('stay inside the authority’s rows: $code', async (indicator) => {
    const owner: MeasureOwner = { kind: 'local-authority', id: 'L077' };
    const viewer = aViewer({ laCodes: ['L077'] });
    const plan = await database.read(viewer, (db) => planOf(db, indicator, owner, 'L077'));
    expect(plan.length).toBeGreaterThan(0);
    expect(tablesLeft(plan)).toEqual([]);
  });

  test.each(childIndicators)('stay inside a practice’s authority: $code', async (indicator) => {
    const owner: MeasureOwner = { kind: 'practice', id: 'practice-L077' };
    const viewer = aViewer({ audience: 'practice', role: 'swp-manager', laCodes: ['L077'], practiceId: owner.id });
    const plan = await database.figures(viewer, (db) => planOf(db, indicator, owner, 'L077'));
    expect(plan.length).toBeGreaterThan(0);
    expect(tablesLeft(plan)).toEqual([]);
  });
});
