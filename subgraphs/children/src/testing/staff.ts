import type { Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { BIRMINGHAM, clock, SANDWELL } from './children-world.ts';

/** People of tests, by what they are to Birmingham. */
export const analyst = aViewer({ subject: 'analyst' });
export const commissioner = aViewer({ subject: 'commissioner', role: 'la-commissioner' });
export const manager = aViewer({ subject: 'manager', role: 'la-manager' });
export const socialWorker = aViewer({ subject: 'social-worker', role: 'la-worker' });
export const otherManager = aViewer({ subject: 'other-manager', role: 'la-manager' });
export const reviewingOfficer = aViewer({ subject: 'officer', role: 'la-iro' });
export const integrator = aViewer({ subject: 'integrator', role: 'integrator', scopes: ['children'] });
export const foreignManager = aViewer({ subject: 'foreign-manager', role: 'la-manager', laCodes: [SANDWELL] });
export const worker = ofPractice('worker', 'swp-worker');
export const practiceManager = ofPractice('practice-manager', 'swp-manager');
export const inspectorOfBirmingham = aViewer({
  subject: 'inspector',
  role: 'ofsted-inspector',
  audience: 'inspector',
  inspection: { id: `${BIRMINGHAM}.inspection`, laCode: BIRMINGHAM, from: clock.today(), to: clock.today() },
});

/** Everybody but managers. */
export const notManagers: readonly Viewer[] = [
  analyst,
  commissioner,
  reviewingOfficer,
  integrator,
  worker,
  practiceManager,
  inspectorOfBirmingham,
];

function ofPractice(subject: string, role: 'swp-worker' | 'swp-manager'): Viewer {
  return aViewer({ subject, role, audience: 'practice', practiceId: 'harbour-practice', laCodes: [BIRMINGHAM] });
}
