import { describe, expect, test } from 'vitest';
import { plainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { BIRMINGHAM, LEEDS } from '../../testing/a-child.ts';
import { childScope, isInScope, type ChildAccess } from './child.policy.ts';

const today = plainDate('2026-11-22');

const children = {
  own: child(BIRMINGHAM),
  ofAnotherLa: child(LEEDS),
  atHarbour: child(BIRMINGHAM, 'harbour', '2024-01-01', '9999-12-31'),
  atHarbourFromToday: child(BIRMINGHAM, 'harbour', '2026-11-22', '9999-12-31'),
  atHarbourUntilToday: child(BIRMINGHAM, 'harbour', '2024-01-01', '2026-11-22'),
  atHarbourFromTomorrow: child(BIRMINGHAM, 'harbour', '2026-11-23', '9999-12-31'),
  atHarbourUntilYesterday: child(BIRMINGHAM, 'harbour', '2024-01-01', '2026-11-21'),
  atOrchard: child(BIRMINGHAM, 'orchard', '2024-01-01', '9999-12-31'),
  ofAnotherLaAtHarbour: child(LEEDS, 'harbour', '2024-01-01', '9999-12-31'),
} as const;

type Who = keyof typeof children;
const ofBirmingham: Who[] = [
  'own',
  'atHarbour',
  'atHarbourFromToday',
  'atHarbourUntilToday',
  'atHarbourFromTomorrow',
  'atHarbourUntilYesterday',
  'atOrchard',
];
const atHarbourToday: Who[] = ['atHarbour', 'atHarbourFromToday', 'atHarbourUntilToday'];

const inspection = { id: 'i1', laCode: BIRMINGHAM, from: plainDate('2026-11-16'), to: plainDate('2026-11-27') };
const practice = { audience: 'practice', role: 'swp-worker', practiceId: 'harbour' } as const;
const inspector = { audience: 'inspector', role: 'ofsted-inspector' } as const;

const matrix: [string, Viewer, Who[]][] = [
  ['la-analyst', aViewer({ role: 'la-analyst' }), ofBirmingham],
  ['la-commissioner', aViewer({ role: 'la-commissioner' }), ofBirmingham],
  ['la-manager', aViewer({ role: 'la-manager' }), ofBirmingham],
  ['integrator', aViewer({ role: 'integrator' }), ofBirmingham],
  ['la-analyst of no authority', aViewer({ laCodes: [] }), []],
  ['swp-worker', aViewer({ ...practice }), atHarbourToday],
  ['swp-manager', aViewer({ ...practice, role: 'swp-manager' }), atHarbourToday],
  [
    'swp-manager with two authorities',
    aViewer({ ...practice, laCodes: [BIRMINGHAM, LEEDS] }),
    [...atHarbourToday, 'ofAnotherLaAtHarbour'],
  ],
  ['swp-worker without a live contract', aViewer({ ...practice, laCodes: [] }), []],
  ['swp-worker of no practice', aViewer({ ...practice, practiceId: null }), []],
  ['inspector in the window', aViewer({ ...inspector, inspection }), ofBirmingham],
  ['inspector on the last day', aViewer({ ...inspector, inspection: { ...inspection, to: today } }), ofBirmingham],
  ['inspector on the first day', aViewer({ ...inspector, inspection: { ...inspection, from: today } }), ofBirmingham],
  [
    'inspector before the window',
    aViewer({ ...inspector, inspection: { ...inspection, from: plainDate('2026-11-23') } }),
    [],
  ],
  [
    'inspector after the window',
    aViewer({ ...inspector, inspection: { ...inspection, to: plainDate('2026-11-21') } }),
    [],
  ],
  [
    'inspector of another authority',
    aViewer({ ...inspector, inspection: { ...inspection, laCode: LEEDS } }),
    ['ofAnotherLa', 'ofAnotherLaAtHarbour'],
  ],
  ['inspector without an inspection', aViewer({ ...inspector }), []],
];

describe('childScope', () => {
  test.each(matrix)('%s sees just the children of the matrix', (_, viewer, expected) => {
    const scope = childScope(viewer, today);
    const seen = (Object.keys(children) as Who[]).filter((who) => isInScope(scope, children[who]));
    expect(seen.toSorted()).toEqual(expected.toSorted());
  });
});

function child(laCode: string, practiceId?: string, from?: string, until?: string): ChildAccess {
  return {
    laCode,
    accessPracticeId: practiceId ?? null,
    accessFrom: from ? plainDate(from) : null,
    accessUntil: until ? plainDate(until) : null,
  };
}
