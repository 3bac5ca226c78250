import { censusComponents, censusWorkerOf, checkCensus, readCensus } from '@mainstay/cswc';
import { expect, test } from 'vitest';
import { demonstrationAuthorities } from './authorities.ts';
import { censusFiles } from './censuses.ts';
import { buildWorld } from './world.ts';

test('the censuses of a world are read, keep nobody out, and agree with the staff on record', () => {
  const authorities = demonstrationAuthorities.slice(0, 2).map((authority) => ({ ...authority, children: 60 }));
  const { workforce } = buildWorld({ authorities, years: 3 });
  const files = censusFiles(workforce);
  expect(files.map(({ laCode, year }) => [laCode, year])).toEqual(
    authorities.flatMap(({ code }) => [2024, 2025].map((year) => [code, year])),
  );
  for (const { laCode, year, text } of files) {
    const { census } = readCensus(new TextEncoder().encode(text));
    if (census === null) throw new Error('A census of the demonstration is refused.');
    const { faults, loadable } = checkCensus(census);
    expect([faults.filter(({ keepsWorkerOut }) => keepsWorkerOut), loadable.length]).toEqual([
      [],
      census.workers.length,
    ]);
    const workers = loadable.map(({ cells }) => censusWorkerOf(cells));
    const { inPost } = censusComponents({ year, authority: census.authority, workers, previous: null });
    const onRecord = workforce.employments.filter(
      (one) =>
        one.laCode === laCode &&
        one.employerKind === 'local-authority' &&
        ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'PRACTICE_MANAGER'].includes(one.role) &&
        !one.isAgency &&
        one.startedOn <= `${year}-09-30` &&
        (one.endedOn === null || one.endedOn > `${year}-09-30`),
    );
    expect(inPost.headcount).toBe(new Set(onRecord.map(({ workerId }) => workerId)).size);
    expect(inPost.headcount).toBeGreaterThan(0);
  }
});
