import { aViewer } from '@mainstay/subgraph-kit/testing';
import { expect, test } from 'vitest';
import type { AuditEventRow } from './audit-event.entity.ts';
import { canReadAccesses, canReadAudit, canReadEvent, canReadLog } from './audit-event.policy.ts';

const LA = 'E08000025';
const manager = aViewer({ role: 'la-manager', hiddenChildIds: [`${LA}.hidden`] });
const officer = aViewer({ role: 'la-iro', namedChildIds: [`${LA}.hers`] });
const inspection = { id: `${LA}.one`, laCode: LA, from: '2026-11-01' as never, to: '2026-12-01' as never };
const inspector = aViewer({
  role: 'ofsted-inspector',
  audience: 'inspector',
  inspection,
  namedChildIds: [`${LA}.sampled`],
});
const glass = { id: 'g', childId: `${LA}.c`, until: '2026-11-22T13:00:00.000Z' };
const others = [
  aViewer(),
  aViewer({ role: 'la-commissioner' }),
  aViewer({ role: 'swp-manager', audience: 'practice', practiceId: 'p' }),
  aViewer({ role: 'integrator', scopes: ['children'] }),
  { ...manager, breakGlass: glass },
];
const event = (parts: Partial<AuditEventRow>) =>
  ({ laCode: LA, openedIds: [], changedIds: [], inspectionId: null, ...parts }) as AuditEventRow;

test('managers read their authority’s audit; nobody else does, and nobody under a broken glass', () => {
  expect(canReadAudit(manager, LA)).toBe(true);
  expect(canReadAudit(manager, 'E08000028')).toBe(false);
  for (const viewer of [...others, officer, inspector]) expect(canReadAudit(viewer, LA)).toBe(false);
});

test('the log of an inspection is the authority’s and its inspectors’', () => {
  expect([manager, inspector].map((viewer) => canReadLog(viewer, inspection.id))).toEqual([true, true]);
  expect(canReadLog(inspector, `${LA}.another`)).toBe(false);
  for (const viewer of [...others, officer]) expect(canReadLog(viewer, inspection.id)).toBe(false);
});

test('who looked at a child is for managers, and the child’s Independent Reviewing Officer', () => {
  expect(canReadAccesses(manager, `${LA}.any`)).toBe(true);
  expect(canReadAccesses(manager, 'E08000028.any')).toBe(false);
  expect([`${LA}.hers`, `${LA}.any`].map((id) => canReadAccesses(officer, id))).toEqual([true, false]);
  expect(canReadAccesses({ ...officer, breakGlass: glass }, `${LA}.hers`)).toBe(false);
  for (const viewer of [...others, inspector]) expect(canReadAccesses(viewer, `${LA}.any`)).toBe(false);
});

test('an event about a child restricted to others, or outside the sample, is not there', () => {
  expect(canReadEvent(manager, event({ openedIds: [`${LA}.any`] }))).toBe(true);
  expect(canReadEvent(manager, event({ openedIds: [`${LA}.any`, `${LA}.hidden`] }))).toBe(false);
  expect(canReadEvent(manager, event({ changedIds: [`${LA}.hidden`] }))).toBe(false);
  const log = { inspectionId: inspection.id };
  expect(canReadEvent(inspector, event({ ...log, openedIds: [`${LA}.sampled`] }))).toBe(true);
  expect(canReadEvent(inspector, event({ ...log, openedIds: [`${LA}.any`] }))).toBe(false);
  expect(canReadEvent(inspector, event({ openedIds: [`${LA}.sampled`] }))).toBe(false);
});
