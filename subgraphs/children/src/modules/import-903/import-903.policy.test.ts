import type { Role, Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { expect, test } from 'vitest';
import { canImport, importingAuthority } from './import-903.policy.ts';

const OWN = 'E08000025';
const OTHER = 'E08000028';

const audiences: Record<Role, Viewer['audience']> = {
  'la-analyst': 'la',
  'la-manager': 'la',
  'la-commissioner': 'la',
  'la-worker': 'la',
  'la-iro': 'la',
  integrator: 'la',
  'swp-worker': 'practice',
  'swp-manager': 'practice',
  'ofsted-inspector': 'inspector',
};

test.each(Object.entries(audiences) as [Role, Viewer['audience']][])('%s', (role, audience) => {
  const viewer = aViewer({ role, audience, laCodes: [OWN] });
  const isAllowed = role === 'la-analyst' || role === 'la-manager';
  expect([canImport(viewer, OWN), canImport(viewer, OTHER)]).toEqual([isAllowed, false]);
  expect(importingAuthority(viewer)).toBe(isAllowed ? OWN : null);
});

test('an analyst of no authority works with none', () => {
  expect(importingAuthority(aViewer({ laCodes: [] }))).toBeNull();
});
