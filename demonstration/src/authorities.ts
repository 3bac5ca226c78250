import { delegatedFunctions, type DelegatedFunction } from '@mainstay/primitives';
import { type Governance } from './world-rows.ts';

/** A practice that an authority hosts in the demonstration. The practices are invented; no such body exists. */
export interface HostedPractice {
  readonly id: string;
  readonly name: string;
  readonly governance: Governance;
  readonly parentOrganisation: string | null;
  readonly agreedChildren: number;
  /** The first day of the contract, `YYYY-MM-DD`. */
  readonly startsOn: string;
  /** What the contract delegates; everything that can be when left out. */
  readonly delegatedFunctions?: readonly DelegatedFunction[];
}

/** An authority of the demonstration: real in name and code, invented in every child, worker and figure. */
export interface DemonstrationAuthority {
  readonly code: string;
  readonly name: string;
  /** Children looked after on 31 March, about. */
  readonly children: number;
  readonly practice: HostedPractice | null;
}

/** The authority that the demonstration accounts belong to unless told otherwise. */
export const DEMONSTRATION_LA = 'E08000025';

/** The social workers of that authority, and of its practice, who sign in to the demonstration: in post all the time. */
export const demonstrationWorkers = {
  authority: { id: 'SW099001', name: 'Ivy Marlow' },
  practice: { id: 'SW099002', name: 'Dara Lane' },
} as const;

/** The inspection of that authority that is open whenever the demonstration runs, and who its account for inspectors is. */
export const demonstrationInspection = {
  laCode: DEMONSTRATION_LA,
  /** What follows the authority's code in the inspection's id. */
  name: 'demonstration',
  kind: 'Standard inspection',
  inspectorIds: ['demo:ofsted-inspector'],
  openedBy: 'demo:la-manager',
  /** Days before today on which it began. */
  daysBefore: 7,
  /** Days after today on which it ends. */
  daysAfter: 21,
} as const;

/** Five hosts with a practice each, of every governance type and from 80 to 727 children, one without the preparation of reviews, and three to compare with. */
export const demonstrationAuthorities: readonly DemonstrationAuthority[] = [
  {
    code: 'E08000025',
    name: 'Birmingham',
    children: 420,
    practice: {
      id: 'canal-street-practice',
      name: 'Canal Street Practice',
      governance: 'PROFESSIONAL_PARTNERSHIP',
      parentOrganisation: null,
      agreedChildren: 110,
      startsOn: '2023-04-01',
    },
  },
  {
    code: 'E10000016',
    name: 'Kent',
    children: 1_020,
    practice: {
      id: 'weald-childrens-practice',
      name: 'Weald Children’s Practice',
      governance: 'VOLUNTARY_ORGANISATION',
      parentOrganisation: 'The Weald Trust',
      agreedChildren: 727,
      startsOn: '2022-09-01',
    },
  },
  {
    code: 'E08000012',
    name: 'Liverpool',
    children: 430,
    practice: {
      id: 'mersey-childrens-practice',
      name: 'Mersey Children’s Practice',
      governance: 'IN_HOUSE',
      parentOrganisation: 'Liverpool',
      agreedChildren: 150,
      startsOn: '2023-10-01',
    },
  },
  {
    code: 'E09000017',
    name: 'Hillingdon',
    children: 210,
    practice: {
      id: 'colne-practice',
      name: 'Colne Practice',
      governance: 'SOCIAL_ENTERPRISE',
      parentOrganisation: null,
      agreedChildren: 80,
      startsOn: '2024-04-01',
      // The authority prepares reviews itself, so this practice sees none.
      delegatedFunctions: delegatedFunctions.filter((name) => name !== 'REVIEW_PREPARATION'),
    },
  },
  {
    code: 'E06000008',
    name: 'Blackburn with Darwen',
    children: 270,
    practice: {
      id: 'ribble-social-work',
      name: 'Ribble Social Work',
      governance: 'PRIVATE_BUSINESS',
      parentOrganisation: 'Ribble Care Group',
      agreedChildren: 100,
      startsOn: '2023-01-01',
    },
  },
  { code: 'E08000028', name: 'Sandwell', children: 300, practice: null },
  { code: 'E06000023', name: 'Bristol, City of', children: 280, practice: null },
  { code: 'E08000035', name: 'Leeds', children: 360, practice: null },
];
