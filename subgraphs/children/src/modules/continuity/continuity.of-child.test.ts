import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { figuresOf } from './continuity.figures.ts';
import { continuityOf, type ContinuityFacts } from './continuity.of-child.ts';

const time = ([from, to]: readonly [string, string?]) => ({
  startedOn: plainDate(from),
  endedOn: to ? plainDate(to) : null,
});

interface Life {
  readonly care?: readonly (readonly [string, string?])[];
  readonly workers?: readonly (readonly [id: string, from: string, to?: string])[];
  readonly practices?: readonly (readonly [id: string, from: string, to?: string])[];
}

function facts({ care = [['2024-01-01']], workers = [], practices = [] }: Life): ContinuityFacts {
  return {
    care: care.map(time),
    workers: workers.map(([workerId, ...days]) => ({ workerId, ...time(days) })),
    allocations: practices.map(([practiceId, ...days]) => ({ practiceId, ...time(days) })),
  };
}

const year = [plainDate('2025-04-01'), plainDate('2026-03-31')] as const;
const continuity = (life: Life) => continuityOf(facts(life), ...year);

describe('a child’s continuity', () => {
  test('one worker all the time', () => {
    const found = continuity({ workers: [['A', '2024-02-01']] });
    expect(found).toMatchObject({ daysInCare: 365, workers: 1, changes: [], daysWithLongest: 365, daysWithout: 0 });
    expect(found).toMatchObject({ gaps: [], present: { workerId: 'A', since: '2024-02-01' }, began: [] });
  });

  test('a worker who comes back is one worker, and two changes', () => {
    const found = continuity({
      workers: [
        ['A', '2024-02-01', '2025-05-31'],
        ['B', '2025-06-01', '2025-06-30'],
        ['A', '2025-07-01'],
      ],
    });
    expect(found).toMatchObject({ workers: 2, daysWithLongest: 335, longestWorker: 'A', daysWithout: 0 });
    expect(found.changes.map(({ on, before, after }) => [on, before, after])).toEqual([
      ['2025-06-01', 'A', 'B'],
      ['2025-07-01', 'B', 'A'],
    ]);
    expect(found.present).toEqual({ workerId: 'A', since: '2025-07-01' });
  });

  test('times of one worker that touch are one; gaps are days in care alone', () => {
    const found = continuity({
      care: [['2024-01-01', '2025-10-01'], ['2025-12-01']],
      workers: [
        ['A', '2025-01-01', '2025-05-31'],
        ['A', '2025-06-01', '2025-07-31'],
        ['A', '2025-08-11', '2026-03-21'],
      ],
    });
    expect(found.daysInCare).toBe(183 + 121);
    expect(found.gaps).toEqual([
      { from: '2025-08-01', to: '2025-08-10', days: 10 },
      { from: '2026-03-22', to: '2026-03-31', days: 10 },
    ]);
    expect(found).toMatchObject({ changes: [], workers: 1, daysWithout: 20, present: null });
    expect(found.daysWithLongest).toBe(found.daysInCare - 20);
  });

  test('a transfer to a practice and back counts each change against the child, and is told as one', () => {
    const found = continuity({
      workers: [
        ['A', '2024-01-01', '2025-06-30'],
        ['B', '2025-07-01', '2025-12-31'],
        ['A', '2026-01-01'],
      ],
      practices: [['harbour', '2025-07-01', '2025-12-31']],
    });
    expect(found.changes.map(({ isTransfer, practiceId }) => [isTransfer, practiceId])).toEqual([
      [true, 'harbour'],
      [true, null],
    ]);
    expect(found.byResponsible).toEqual([
      { practiceId: null, daysInCare: 181, workers: 1, changes: 1, daysWithLongest: 181, daysWithout: 0 },
      { practiceId: 'harbour', daysInCare: 184, workers: 1, changes: 1, daysWithLongest: 184, daysWithout: 0 },
    ]);
    const kept = continuity({ workers: [['A', '2024-01-01']], practices: [['harbour', '2025-07-01']] });
    expect(kept).toMatchObject({ changes: [], daysWithLongest: 365 });
  });

  test('relationships are followed while the child is in care, to the last day', () => {
    const found = continuity({
      care: [['2024-01-01', '2025-12-01']],
      workers: [
        ['A', '2024-01-01', '2025-04-10'],
        ['B', '2025-04-11', '2025-04-20'],
        ['C', '2025-04-21'],
      ],
    });
    expect(found.began).toEqual([
      { days: 10, hasEnded: true, practiceId: null },
      { days: 224, hasEnded: false, practiceId: null },
    ]);
  });

  test('nobody, and not in care', () => {
    const none = { daysInCare: 0, workers: 0, daysWithLongest: 0, longestWorker: null, gaps: [], byResponsible: [] };
    expect(continuity({ care: [] })).toMatchObject(none);
    expect(continuity({})).toMatchObject({ daysWithout: 365, gaps: [{ days: 365 }] });
  });
});

test('figures add up over children, and their parts to the whole', () => {
  const child = { sex: 'F', dateOfBirth: plainDate('2014-05-06') };
  const lives: Life[] = [
    { workers: [['A', '2024-01-01']], practices: [['harbour', '2025-10-01']] },
    {
      workers: [
        ['A', '2024-01-01', '2025-09-30'],
        ['B', '2025-10-01'],
      ],
    },
    { care: [] },
  ];
  const counted = lives.map((life) => ({ child, continuity: continuity(life) }));
  const all = figuresOf(counted);
  expect(all).toMatchObject({
    children: 2,
    daysInCare: 730,
    shareWithout: 0,
    survival: { relationships: 1, ended: 0 },
  });
  expect(all.shareWithLongest).toBeCloseTo((365 + 183) / 730, 10);
  expect(all.workersPerChildYear).toBeCloseTo(3 / (730 / 365.25), 10);
  expect(all.changesPerChildYear).toBeCloseTo(1 / (730 / 365.25), 10);
  const parts = [null, 'harbour'].map((practiceId) => figuresOf(counted, { practiceId }));
  expect(parts.map(({ children, daysInCare }) => [children, daysInCare])).toEqual([
    [2, 548],
    [1, 182],
  ]);
  expect(figuresOf([])).toMatchObject({ children: 0, shareWithLongest: null, workersPerChildYear: null });
});
