import { plainDate } from '@mainstay/primitives';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { describe, expect, test } from 'vitest';
import { canListPeople, canReadLastSeen, canReadPerson } from './person.policy.ts';

const laCode = 'E08000025';
const person = { id: 'p1', laCode, practiceId: 'harbour-practice' };
const inspection = { id: 'i', laCode, from: plainDate('2026-11-01'), to: plainDate('2026-11-30') };

describe('who may read who a worker of Harbour is, here for Birmingham', () => {
  test.each([
    ['the authority’s analyst', aViewer(), true, false, true],
    ['its manager', aViewer({ role: 'la-manager' }), true, true, true],
    ['its reviewing officer', aViewer({ role: 'la-iro' }), true, false, true],
    ['its machine', aViewer({ role: 'integrator', scopes: ['children', 'figures'] }), false, false, false],
    ['another authority’s manager', aViewer({ role: 'la-manager', laCodes: ['E08000026'] }), false, false, false],
    [
      'a colleague, whose practice has no contract any more',
      aViewer({ role: 'swp-worker', audience: 'practice', laCodes: [], practiceId: 'harbour-practice' }),
      true,
      false,
      false,
    ],
    [
      'the person',
      aViewer({ subject: 'p1', role: 'swp-worker', audience: 'practice', practiceId: 'harbour-practice' }),
      true,
      true,
      false,
    ],
    [
      'a practice of another authority',
      aViewer({ role: 'swp-manager', audience: 'practice', laCodes: ['E08000026'], practiceId: 'oak' }),
      false,
      false,
      false,
    ],
    ['an inspector', aViewer({ role: 'ofsted-inspector', audience: 'inspector', inspection }), true, false, false],
    [
      'an inspector without an inspection',
      aViewer({ role: 'ofsted-inspector', audience: 'inspector', laCodes: [] }),
      false,
      false,
      false,
    ],
  ])('%s', (_who, viewer, ...[reads, readsLastSeen, lists]) => {
    expect(canReadPerson(viewer, person)).toBe(reads);
    expect(canReadLastSeen(viewer, person)).toBe(readsLastSeen);
    expect(canListPeople(viewer, laCode)).toBe(lists);
  });
});
