import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { aViewer } from './testing/a-viewer.ts';
import { isGlassOver, readsForAuthority } from './viewer-access.ts';

const BIRMINGHAM = 'E08000025';
const today = plainDate('2026-11-22');

function inspectorOf(laCode: string, from: string, to: string) {
  const inspection = { id: `${laCode}.1`, laCode, from: plainDate(from), to: plainDate(to) };
  return aViewer({ role: 'ofsted-inspector', audience: 'inspector', laCodes: [laCode], inspection });
}

describe('who reads as Birmingham does', () => {
  test.each([
    ['its staff', aViewer(), true],
    ['its reviewing officers', aViewer({ role: 'la-iro' }), true],
    ['another authority', aViewer({ laCodes: ['E08000028'] }), false],
    ['a machine let in for contracts', aViewer({ role: 'integrator', scopes: ['figures', 'contracts'] }), true],
    ['a machine let in for other things', aViewer({ role: 'integrator', scopes: ['children', 'figures'] }), false],
    ['a machine let in for nothing', aViewer({ role: 'integrator', scopes: [] }), false],
    ['a practice', aViewer({ role: 'swp-manager', audience: 'practice', practiceId: 'harbour' }), false],
    ['an inspector on the first and last day', inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'), true],
    ['an inspector too early', inspectorOf(BIRMINGHAM, '2026-11-23', '2026-11-30'), false],
    ['an inspector too late', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'), false],
    ['an inspector of another authority', inspectorOf('E08000028', '2026-11-22', '2026-11-22'), false],
    ['an inspector without an inspection', aViewer({ audience: 'inspector' }), false],
  ])('%s: %s', (_, viewer, expected) => {
    expect(readsForAuthority(viewer, BIRMINGHAM, { scope: 'contracts', today })).toBe(expected);
  });
});

test('a glass is over at its very instant', () => {
  const breakGlass = { id: 'glass', childId: 'child', until: '2026-11-22T12:00:00.000Z' };
  expect(isGlassOver({ breakGlass: null }, new Date('2026-11-22T12:00:00.000Z'))).toBe(false);
  expect(isGlassOver({ breakGlass }, new Date('2026-11-22T11:59:59.999Z'))).toBe(false);
  expect(isGlassOver({ breakGlass }, new Date('2026-11-22T12:00:00.000Z'))).toBe(true);
});
