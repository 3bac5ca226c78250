import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { attainmentProgress } from './attainment.progress.ts';

type Result = Parameters<typeof attainmentProgress>[0][number];

const result = (assessedOn: string, standing: Result['standing'], parts: Partial<Result> = {}): Result => ({
  subject: 'READING',
  assessedOn: plainDate(assessedOn),
  isStartingPoint: false,
  standing,
  ...parts,
});
const start = { isStartingPoint: true };

test('progress goes from where the child started to the newest result', () => {
  const results = [
    result('2025-07-01', 'EXPECTED'),
    result('2023-07-01', 'WELL_BELOW', start),
    result('2024-07-01', 'ABOVE'),
    result('2024-09-01', 'BELOW', start),
    result('2025-07-01', 'BELOW', { subject: 'MATHEMATICS' }),
  ];
  expect(attainmentProgress(results)).toEqual([{ start: results[1], latest: results[0], steps: 2 }]);
});

test.each([
  ['no starting point', [result('2025-07-01', 'EXPECTED')]],
  ['no later result', [result('2025-07-01', 'EXPECTED', start), result('2025-06-01', 'EXPECTED')]],
  ['a starting point whose standing is not known', [result('2024-07-01', null, start), result('2025-07-01', 'BELOW')]],
  ['a result whose standing is not known', [result('2024-07-01', 'BELOW', start), result('2025-07-01', null)]],
])('nothing is said with %s', (_, results) => {
  expect(attainmentProgress(results)).toEqual([]);
});

test('falling behind is a step down', () => {
  const results = [result('2024-07-01', 'EXPECTED', start), result('2025-07-01', 'BELOW')];
  expect(attainmentProgress(results)).toMatchObject([{ steps: -1 }]);
});
