import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { BIRMINGHAM } from './children-world.ts';
import { inspectorOfBirmingham, reviewingOfficer } from './staff.ts';

/** Makes the reviewing officer of tests the child's from a day on. */
export async function givenOfficer(database: TestDatabase, childId: string, from = '2024-01-01'): Promise<void> {
  await database.owner((db) =>
    db.query(
      `INSERT INTO independent_reviewing_officer (la_code, child_id, id, officer_id, started_on, appointed_by, appointed_at)
       VALUES ($1, $2, $2 || '.officer', $3, $4::date, 'manager', now())`,
      [BIRMINGHAM, childId, reviewingOfficer.subject, from],
    ),
  );
}

/** Puts the child into the sample of the inspection of tests. */
export async function givenInSample(database: TestDatabase, childId: string): Promise<void> {
  await database.owner((db) =>
    db.query(
      `INSERT INTO inspection_sample (la_code, inspection_id, id, child_id, sampled_at, sampled_by)
       VALUES ($1, $2, $3, $3, now(), 'manager')`,
      [BIRMINGHAM, inspectorOfBirmingham.inspection?.id, childId],
    ),
  );
}
