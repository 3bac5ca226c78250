import { describe, expect, test } from 'vitest';
import { plainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { BIRMINGHAM, LEEDS } from '../../testing/a-child.ts';
import { measureAccess, type MeasureAccess } from './indicator.policy.ts';
import type { MeasureOwner } from './indicator.question.ts';

const today = plainDate('2026-11-22');
const owners: readonly MeasureOwner[] = [
  { kind: 'local-authority', id: BIRMINGHAM },
  { kind: 'local-authority', id: LEEDS },
  { kind: 'practice', id: 'harbour' },
  { kind: 'practice', id: 'orchard' },
];

const practice = { audience: 'practice', practiceId: 'harbour' } as const;
const inspection = { id: 'i1', laCode: BIRMINGHAM, from: plainDate('2026-11-16'), to: plainDate('2026-11-27') };
const inspector = { audience: 'inspector', role: 'ofsted-inspector', inspection } as const;

const breakGlass = { id: 'g1', childId: `${BIRMINGHAM}.c1`, until: '2026-11-22T13:00:00.000Z' };

const laRow: MeasureAccess[] = ['own-rows', 'withheld', 'own-rows', 'own-rows'];
const publishedRow: MeasureAccess[] = ['published', 'withheld', 'published', 'published'];
const inspectorRow: MeasureAccess[] = ['figures', 'withheld', 'figures', 'figures'];
const practiceRow: MeasureAccess[] = ['withheld', 'withheld', 'figures', 'withheld'];
const nothing: MeasureAccess[] = ['withheld', 'withheld', 'withheld', 'withheld'];

/** Birmingham, Leeds, Harbour Practice, Orchard Practice. */
const matrix: [string, Viewer, MeasureAccess[]][] = [
  ['la-analyst', aViewer({ role: 'la-analyst' }), laRow],
  ['la-commissioner', aViewer({ role: 'la-commissioner' }), laRow],
  ['la-manager', aViewer({ role: 'la-manager' }), laRow],
  ['la-iro', aViewer({ role: 'la-iro', namedChildIds: [`${BIRMINGHAM}.c1`] }), publishedRow],
  ['la-manager under a broken glass', aViewer({ role: 'la-manager', breakGlass }), nothing],
  ['integrator for children', aViewer({ role: 'integrator', scopes: ['children'] }), laRow],
  ['integrator for figures and children', aViewer({ role: 'integrator', scopes: ['figures', 'children'] }), laRow],
  ['integrator for figures', aViewer({ role: 'integrator', scopes: ['figures', 'workforce'] }), publishedRow],
  ['integrator for neither', aViewer({ role: 'integrator', scopes: ['workforce', 'contracts'] }), nothing],
  ['swp-worker', aViewer({ ...practice, role: 'swp-worker' }), practiceRow],
  ['swp-manager', aViewer({ ...practice, role: 'swp-manager' }), practiceRow],
  ['swp-manager without a live contract', aViewer({ ...practice, role: 'swp-manager', laCodes: [] }), nothing],
  ['inspector in the window', aViewer(inspector), inspectorRow],
  ['inspector under a broken glass', aViewer({ ...inspector, breakGlass }), nothing],
  [
    'inspector after the window',
    aViewer({ ...inspector, inspection: { ...inspection, to: plainDate('2026-11-21') } }),
    nothing,
  ],
];

describe('measureAccess', () => {
  test.each(matrix)('%s sees just the measures of the matrix', (_, viewer, expected) => {
    expect(owners.map((owner) => measureAccess(viewer, owner, today))).toEqual(expected);
  });
});
