import { describe, expect, test } from 'vitest';
import { fixedClock, plainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { BIRMINGHAM, LEEDS } from '../../testing/a-child.ts';
import { childScope, historyScope, isInScope, type ChildAccess } from './child.policy.ts';

const now = '2026-11-22T10:00:00.000Z';
const clock = fixedClock(new Date(now));
const today = clock.today();
const since = '2024-01-01T00:00:00.000Z';

const children = {
  own: child('own', BIRMINGHAM),
  ofAnotherLa: child('ofAnotherLa', LEEDS),
  atHarbour: child('atHarbour', BIRMINGHAM, 'harbour', [since]),
  atHarbourFromNow: child('atHarbourFromNow', BIRMINGHAM, 'harbour', [now]),
  atHarbourUntilNow: child('atHarbourUntilNow', BIRMINGHAM, 'harbour', [since, now]),
  atHarbourUntilSoon: child('atHarbourUntilSoon', BIRMINGHAM, 'harbour', [since, '2026-11-22T10:00:00.001Z']),
  atHarbourFromSoon: child('atHarbourFromSoon', BIRMINGHAM, 'harbour', ['2026-11-22T10:00:00.001Z']),
  atOrchard: child('atOrchard', BIRMINGHAM, 'orchard', [since]),
  ofAnotherLaAtHarbour: child('ofAnotherLaAtHarbour', LEEDS, 'harbour', [since]),
} as const;

type Who = keyof typeof children;
const ofBirmingham: Who[] = [
  'own',
  'atHarbour',
  'atHarbourFromNow',
  'atHarbourUntilNow',
  'atHarbourUntilSoon',
  'atHarbourFromSoon',
  'atOrchard',
];
const atHarbourNow: Who[] = ['atHarbour', 'atHarbourFromNow', 'atHarbourUntilSoon'];
const without = (who: Who[], ...left: Who[]): Who[] => who.filter((one) => !left.includes(one));

const inspection = { id: 'i1', laCode: BIRMINGHAM, from: plainDate('2026-11-16'), to: plainDate('2026-11-27') };
const practice = { audience: 'practice', role: 'swp-worker', practiceId: 'harbour' } as const;
const inspector = { audience: 'inspector', role: 'ofsted-inspector' } as const;
const glass = { id: 'g1', childId: 'atOrchard', until: '2026-11-22T10:00:00.001Z' };
const underGlass = { breakGlass: glass, namedChildIds: ['atOrchard'] };

const matrix: [string, Viewer, Who[]][] = [
  ['la-analyst', aViewer({ role: 'la-analyst' }), ofBirmingham],
  ['la-commissioner', aViewer({ role: 'la-commissioner' }), ofBirmingham],
  ['la-manager', aViewer({ role: 'la-manager' }), ofBirmingham],
  ['la-analyst not named for a child', aViewer({ hiddenChildIds: ['own'] }), without(ofBirmingham, 'own')],
  ['la-analyst of no authority', aViewer({ laCodes: [] }), []],
  ['la-analyst under a broken glass', aViewer(underGlass), ['atOrchard']],
  ['la-analyst whose glass is over', aViewer({ ...underGlass, breakGlass: { ...glass, until: now } }), []],
  ['la-iro', aViewer({ role: 'la-iro', namedChildIds: ['own', 'ofAnotherLa'] }), ['own']],
  ['la-iro who reviews nobody', aViewer({ role: 'la-iro' }), []],
  ['la-iro not named for her child', aViewer({ role: 'la-iro', namedChildIds: ['own'], hiddenChildIds: ['own'] }), []],
  ['integrator for children', aViewer({ role: 'integrator', scopes: ['figures', 'children'] }), ofBirmingham],
  ['integrator for all else', aViewer({ role: 'integrator', scopes: ['figures', 'workforce', 'contracts'] }), []],
  ['swp-worker', aViewer({ ...practice }), atHarbourNow],
  ['swp-manager', aViewer({ ...practice, role: 'swp-manager' }), atHarbourNow],
  [
    'swp-worker not named for a child',
    aViewer({ ...practice, hiddenChildIds: ['atHarbour'] }),
    without(atHarbourNow, 'atHarbour'),
  ],
  ['swp-worker under a broken glass', aViewer({ ...practice, ...underGlass }), ['atOrchard']],
  [
    'swp-manager with two authorities',
    aViewer({ ...practice, laCodes: [BIRMINGHAM, LEEDS] }),
    [...atHarbourNow, 'ofAnotherLaAtHarbour'],
  ],
  ['swp-worker without a live contract', aViewer({ ...practice, laCodes: [] }), []],
  ['swp-worker of no practice', aViewer({ ...practice, practiceId: null }), []],
  ['inspector in the window', aViewer({ ...inspector, inspection }), ofBirmingham],
  [
    'inspector not named for a child',
    aViewer({ ...inspector, inspection, hiddenChildIds: ['own'] }),
    without(ofBirmingham, 'own'),
  ],
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

const seenIn = (scope: ReturnType<typeof childScope>): Who[] =>
  (Object.keys(children) as Who[]).filter((who) => isInScope(scope, children[who]));

describe('childScope', () => {
  test.each(matrix)('%s sees just the children of the matrix', (_, viewer, expected) => {
    expect(seenIn(childScope(viewer, clock)).toSorted()).toEqual(expected.toSorted());
  });
});

describe('historyScope', () => {
  test('is the sample for an inspector', () => {
    const viewer = aViewer({ ...inspector, inspection, namedChildIds: ['own', 'ofAnotherLa'] });
    expect(seenIn(historyScope(viewer, clock))).toEqual(['own']);
  });

  test.each([
    ['an analyst', aViewer()],
    ['an IRO', aViewer({ role: 'la-iro', namedChildIds: ['own'] })],
    ['a practice', aViewer({ ...practice })],
  ])('is what %s sees anyway', (_, viewer) => {
    expect(historyScope(viewer, clock)).toEqual(childScope(viewer, clock));
  });
});

function child(id: string, laCode: string, practiceId?: string, [from, until]: string[] = []): ChildAccess {
  return {
    id,
    laCode,
    accessPracticeId: practiceId ?? null,
    accessFrom: from ? new Date(from) : null,
    accessUntil: practiceId ? (until ? new Date(until) : Infinity) : null,
    accessFunctions: practiceId ? ['CARE_PLANNING'] : null,
  };
}
