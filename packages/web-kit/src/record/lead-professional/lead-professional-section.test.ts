import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { continuityInWords } from './lead-professional-section.tsx';

const time = (id: string, startedOn: string, endedOn: string | null) => ({
  worker: { id, name: null },
  startedOn: plainDate(startedOn),
  endedOn: endedOn === null ? null : plainDate(endedOn),
});

test('a worker who comes back is one worker, and the present time is counted alone', () => {
  const episodes = [
    time('SW1', '2025-01-01', '2025-03-01'),
    time('SW2', '2025-03-01', '2025-06-01'),
    time('SW1', '2025-06-01', null),
  ];
  expect(continuityInWords(episodes, plainDate('2025-06-11'))).toBe(
    'The child has had 2 social workers since 1 January 2025. The present one has been there for 10 days.',
  );
});

test('a child without a worker now is told', () => {
  expect(continuityInWords([time('SW1', '2025-01-01', '2025-03-01')], plainDate('2025-06-11'))).toBe(
    'The child has had 1 social worker since 1 January 2025. The child has no social worker now.',
  );
});
