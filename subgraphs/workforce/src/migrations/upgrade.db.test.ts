import { startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { expect, test } from 'vitest';
import { clock } from '../testing/workforce-world.ts';
import { CreateWorkerAndRegistration1795305600000 } from './1795305600000-create-worker-and-registration.ts';
import { CreateEmployment1795305600001 } from './1795305600001-create-employment.ts';
import { VersionRegistrationAndWorker1795305600103 } from './1795305600103-version-registration-and-worker.ts';
import { VersionEmployment1795305600104 } from './1795305600104-version-employment.ts';
import type { QueryRunner } from 'typeorm';

/** Fills what was there before versions were, as a platform of an earlier release would have. */
class Filled1795305600002 {
  readonly name = 'Filled1795305600002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      INSERT INTO worker (la_code, id, name) VALUES ('E08000025', 'SW000001', 'Ada');
      INSERT INTO registration (la_code, worker_id, status, registered_on, expires_on)
        VALUES ('E08000025', 'SW000001', 'REGISTERED', '2015-09-01', '2026-11-30');
      INSERT INTO employment (la_code, id, worker_id, employer_kind, employer_id, role, full_time_equivalent, is_agency,
                              started_on)
        VALUES ('E08000025', 'E08000025.a', 'SW000001', 'local-authority', 'E08000025', 'SOCIAL_WORKER', 1, true,
                '2020-01-01'),
               ('E08000025', 'E08000025.b', 'SW000001', 'practice', 'harbour', 'PRACTICE_MANAGER', 0.5, false,
                '2021-01-01');`);
  }

  async down(): Promise<void> {}
}

test('what was recorded before there were versions is the first version of it', async () => {
  const database = await startTestDatabase('workforce', {
    entities: [],
    clock,
    migrations: [
      CreateWorkerAndRegistration1795305600000,
      CreateEmployment1795305600001,
      Filled1795305600002,
      VersionRegistrationAndWorker1795305600103,
      VersionEmployment1795305600104,
    ],
  });
  try {
    const rows = (sql: string) => database.owner((db) => db.query(sql));
    expect(await rows('SELECT id, version, engagement, is_agency, source FROM present_employment ORDER BY id')).toEqual(
      [
        { id: 'E08000025.a', version: 1, engagement: 'AGENCY', is_agency: true, source: 'RECORDED' },
        { id: 'E08000025.b', version: 1, engagement: 'EMPLOYEE', is_agency: false, source: 'RECORDED' },
      ],
    );
    expect(await rows('SELECT id, version, status FROM registration')).toEqual([
      { id: 'E08000025.registration-SW000001', version: 1, status: 'REGISTERED' },
    ]);
    expect(await rows('SELECT version, recorded_by FROM worker')).toEqual([{ version: 1, recorded_by: 'platform' }]);
  } finally {
    await database.close();
  }
});
