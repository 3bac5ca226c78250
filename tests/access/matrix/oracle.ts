import type { Tenant, ViewerCase } from './viewer-cases.ts';

/**
 * What a child is to the viewers of the matrix. Written from the promises to the users (who may see a child), and from
 * nothing of the code that keeps them.
 */
export type Relationship =
  | 'with the authority'
  | 'with the practice'
  | 'with the practice until a moment ago'
  | 'reviewed by the IRO'
  | 'in the inspection’s sample'
  | 'restricted to the manager'
  | 'of another authority';

/** How much of a child somebody may know: the record; what a list shows; or not that the child exists. */
export type Sight = 'record' | 'list' | 'none';

/** The authority that looks after a child of this relationship. */
export function tenantOf(relationship: Relationship): Tenant {
  return relationship === 'of another authority' ? 'away' : 'home';
}

/** How much a viewer may know of a child. */
export function sightOf(viewer: ViewerCase, relationship: Relationship): Sight {
  const isOfTenant = viewer.tenant === tenantOf(relationship);
  const isRestricted = relationship === 'restricted to the manager';
  if (!isOfTenant) return 'none';
  switch (viewer.account) {
    case 'la-manager':
      return 'record';
    case 'la-analyst':
    case 'la-commissioner':
    case 'la-worker':
      return isRestricted ? 'none' : 'record';
    case 'la-iro':
      return relationship === 'reviewed by the IRO' ? 'record' : 'none';
    case 'swp-worker':
    case 'swp-manager':
      // The other authority's child is with the other practice.
      return relationship === 'with the practice' || relationship === 'of another authority' ? 'record' : 'none';
    case 'ofsted-inspector':
      if (viewer.tenant === 'away' || isRestricted) return 'none';
      return relationship === 'in the inspection’s sample' ? 'record' : 'list';
    case 'integrator':
    case 'machine':
      return !isRestricted && viewer.scopes?.includes('CHILDREN') ? 'record' : 'none';
    default:
      return 'none';
  }
}

/**
 * The parts of a child's record that the contract of the child's practice does not delegate: the other practice's does
 * without preparing reviews.
 */
export function isDelegated(viewer: ViewerCase, field: string): boolean {
  return !viewer.account.startsWith('swp-') || viewer.tenant === 'home' || field !== 'reviews';
}

const isStaff = (viewer: ViewerCase): boolean =>
  ['la-analyst', 'la-commissioner', 'la-manager', 'la-worker'].includes(viewer.account);
const isOffice = (viewer: ViewerCase): boolean => isStaff(viewer) && viewer.account !== 'la-worker';
const isMachineFor = (viewer: ViewerCase, scope: string): boolean => viewer.scopes?.includes(scope) ?? false;
const isPractice = (viewer: ViewerCase): boolean => viewer.account.startsWith('swp-');
const inspects = (viewer: ViewerCase): boolean => viewer.account === 'ofsted-inspector' && viewer.tenant === 'home';

/**
 * Who may see what belongs to an authority, its practice or its contract rather than to a child. Asked of viewers of the
 * same tenant only: nobody sees anything of another's.
 */
export const tenantRules = {
  'its analysts and managers': (viewer: ViewerCase) => ['la-analyst', 'la-manager'].includes(viewer.account),
  'its office': isOffice,
  'its managers': (viewer: ViewerCase) => viewer.account === 'la-manager',
  'its officers': (viewer: ViewerCase) => isStaff(viewer) || viewer.account === 'la-iro',
  'whoever knows its practices': (viewer: ViewerCase) =>
    isStaff(viewer) ||
    viewer.account === 'la-iro' ||
    isPractice(viewer) ||
    inspects(viewer) ||
    isMachineFor(viewer, 'CONTRACTS'),
  'whoever knows its workers': (viewer: ViewerCase) =>
    isStaff(viewer) ||
    viewer.account === 'la-iro' ||
    isPractice(viewer) ||
    inspects(viewer) ||
    isMachineFor(viewer, 'WORKFORCE'),
  'whoever knows its posts': (viewer: ViewerCase) =>
    isStaff(viewer) || inspects(viewer) || isMachineFor(viewer, 'WORKFORCE'),
  'whoever knows the practice’s posts': (viewer: ViewerCase) =>
    isStaff(viewer) || viewer.account === 'swp-manager' || inspects(viewer) || isMachineFor(viewer, 'WORKFORCE'),
  'whoever knows how its staff are supported': (viewer: ViewerCase) =>
    isOffice(viewer) || inspects(viewer) || isMachineFor(viewer, 'WORKFORCE'),
  'whoever knows how the practice’s staff are supported': (viewer: ViewerCase) =>
    isOffice(viewer) || viewer.account === 'swp-manager' || inspects(viewer) || isMachineFor(viewer, 'WORKFORCE'),
  'whoever knows who was away': (viewer: ViewerCase) => viewer.account === 'la-manager',
  'whoever knows who was away from the practice': (viewer: ViewerCase) =>
    ['la-manager', 'swp-manager'].includes(viewer.account),
  'whoever knows its children': (viewer: ViewerCase) =>
    isStaff(viewer) || isPractice(viewer) || inspects(viewer) || isMachineFor(viewer, 'CHILDREN'),
  // A child of the home practice has left a moment ago: groups would tell its staff of that child.
  'whoever knows its children of then': (viewer: ViewerCase) =>
    isStaff(viewer) ||
    (isPractice(viewer) && viewer.tenant === 'away') ||
    inspects(viewer) ||
    isMachineFor(viewer, 'CHILDREN'),
  'whoever knows all its children': (viewer: ViewerCase) =>
    isStaff(viewer) || inspects(viewer) || isMachineFor(viewer, 'CHILDREN'),
  'whoever may open some of its records': (viewer: ViewerCase) =>
    isStaff(viewer) ||
    viewer.account === 'la-iro' ||
    isPractice(viewer) ||
    inspects(viewer) ||
    isMachineFor(viewer, 'CHILDREN'),
  'whoever knows its allocations': (viewer: ViewerCase) =>
    isStaff(viewer) ||
    viewer.account === 'la-iro' ||
    isPractice(viewer) ||
    inspects(viewer) ||
    (isMachineFor(viewer, 'CHILDREN') && isMachineFor(viewer, 'CONTRACTS')),
  'its managers and the inspectors': (viewer: ViewerCase) => viewer.account === 'la-manager' || inspects(viewer),
  'its staff and the inspectors': (viewer: ViewerCase) => isOffice(viewer) || inspects(viewer),
  'its officers and the inspectors': (viewer: ViewerCase) =>
    isStaff(viewer) || viewer.account === 'la-iro' || inspects(viewer),
  'its staff who see records': (viewer: ViewerCase) => isStaff(viewer) || isMachineFor(viewer, 'CHILDREN'),
  'whoever works with its children': (viewer: ViewerCase) =>
    isStaff(viewer) || isPractice(viewer) || isMachineFor(viewer, 'CHILDREN'),
  'whoever counts its cases': (viewer: ViewerCase) =>
    isStaff(viewer) || inspects(viewer) || isMachineFor(viewer, 'CHILDREN'),
  'whoever counts the practice’s cases': (viewer: ViewerCase) =>
    isStaff(viewer) || isPractice(viewer) || inspects(viewer) || isMachineFor(viewer, 'CHILDREN'),
  'whoever joins staff and children': (viewer: ViewerCase) =>
    isStaff(viewer) ||
    viewer.account === 'swp-manager' ||
    (isMachineFor(viewer, 'CHILDREN') && isMachineFor(viewer, 'WORKFORCE')),
  'whoever reads its surveys': (viewer: ViewerCase) => isOffice(viewer) || viewer.account === 'swp-manager',
  'whoever knows who decides': (viewer: ViewerCase) =>
    isStaff(viewer) || viewer.account === 'la-iro' || isPractice(viewer) || isMachineFor(viewer, 'CHILDREN'),
} as const;

/** The name of a rule about what belongs to an authority. */
export type TenantRule = keyof typeof tenantRules;
