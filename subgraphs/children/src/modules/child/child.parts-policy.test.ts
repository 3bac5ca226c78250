import { describe, expect, test } from 'vitest';
import { plainDate, delegatedFunctions } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import {
  functionsBehind,
  isWithheldOn,
  mayOpenRecord,
  recordParts,
  withheldParts,
  type RecordPart,
} from './child.parts-policy.ts';

const today = plainDate('2026-11-22');
const before = plainDate('2026-11-21');
const child = (...accessFunctions: string[]) => ({ id: 'child', accessFunctions });
const withAll = child(...delegatedFunctions);

const practice = aViewer({ audience: 'practice', role: 'swp-worker', practiceId: 'harbour' });
const inspector = aViewer({ audience: 'inspector', role: 'ofsted-inspector' });
const glass = { id: 'g1', childId: 'child', until: '2026-11-22T10:00:00Z' };

describe('withheldParts', () => {
  test.each<[string, Viewer]>([
    ['an analyst', aViewer()],
    ['a manager', aViewer({ role: 'la-manager' })],
    ['an IRO', aViewer({ role: 'la-iro', namedChildIds: ['child'] })],
    ['an integrator', aViewer({ role: 'integrator', scopes: ['children'] })],
    ['an inspector, of the sample', { ...inspector, namedChildIds: ['child'] }],
    ['a practice under a broken glass', { ...practice, breakGlass: glass, namedChildIds: ['child'] }],
  ])('are none for %s', (_, viewer) => {
    expect(withheldParts(viewer, child())).toEqual([]);
  });

  test('are all for an inspector outside the sample', () => {
    expect(withheldParts({ ...inspector, namedChildIds: ['another'] }, withAll)).toEqual(recordParts);
    expect(mayOpenRecord(inspector, 'child')).toBe(false);
    expect(mayOpenRecord({ ...inspector, namedChildIds: ['child'] }, 'child')).toBe(true);
  });

  test.each<[string, readonly string[], RecordPart[]]>([
    ['every function', delegatedFunctions, []],
    ['all but care planning', without('CARE_PLANNING'), ['EPISODES', 'LEGAL_STATUSES', 'NAME', 'PLANS', 'DECISIONS']],
    ['all but placement', without('PLACEMENT'), ['PLACEMENTS']],
    ['all but visits', without('VISITS_AND_SUPERVISION'), ['SOCIAL_WORKERS', 'VISITS', 'SAFETY', 'VOICE']],
    ['all but preparing reviews', without('REVIEW_PREPARATION'), ['REVIEWS']],
    ['all but health and leaving care', without('HEALTH', 'LEAVING_CARE'), ['HEALTH', 'LEAVING_CARE']],
    ['health', ['HEALTH'], recordParts.filter((part) => part !== 'ALLOCATIONS' && part !== 'HEALTH')],
  ])('are those whose function is not delegated, to a practice with %s', (_, functions, expected) => {
    expect(withheldParts(practice, child(...functions))).toEqual(expected);
  });
});

describe('isWithheldOn', () => {
  const on = (viewer: Viewer, part: RecordPart, day = today, of = withAll): boolean =>
    isWithheldOn(viewer, of, { part, on: day, today });

  test('inspectors are told of today, and of the sample of any day', () => {
    for (const part of ['EPISODES', 'PLACEMENTS', 'LEGAL_STATUSES', 'SOCIAL_WORKERS'] as const) {
      expect(on(inspector, part)).toBe(false);
      expect(on(inspector, part, before)).toBe(true);
      expect(on({ ...inspector, namedChildIds: ['child'] }, part, before)).toBe(false);
    }
    expect(on(inspector, 'REVIEWS')).toBe(true);
    expect(on(inspector, 'NAME')).toBe(true);
  });

  test('a practice is not told of today either where the function is not delegated', () => {
    expect(on(practice, 'PLACEMENTS', today, child('HEALTH'))).toBe(true);
    expect(on(practice, 'PLACEMENTS', today, child('PLACEMENT'))).toBe(false);
    expect(on(practice, 'PLACEMENTS', before, child('PLACEMENT'))).toBe(false);
  });
});

test('what a figure is worked out from says which functions it is about', () => {
  expect(functionsBehind({ tables: ['Header', 'Episodes', 'SWEpisodes'] })).toEqual([
    'CARE_PLANNING',
    'PLACEMENT',
    'VISITS_AND_SUPERVISION',
  ]);
  expect(functionsBehind({ tables: ['Header'] })).toEqual([]);
});

function without(...left: string[]): string[] {
  return delegatedFunctions.filter((one) => !left.includes(one));
}
