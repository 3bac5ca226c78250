import type { DelegatedFunction, PlainDate } from '@mainstay/primitives';
import type { Provider } from '@mainstay/ssda903';

/** How a practice is governed, as the contracts subgraph spells it. */
export type Governance =
  'PROFESSIONAL_PARTNERSHIP' | 'SOCIAL_ENTERPRISE' | 'VOLUNTARY_ORGANISATION' | 'PRIVATE_BUSINESS' | 'IN_HOUSE';

/** What the contracts subgraph is filled with. */
export interface ContractsRows {
  readonly practices: {
    id: string;
    name: string;
    governance: Governance;
    parentOrganisation: string | null;
    foundedOn: PlainDate;
  }[];
  readonly contracts: {
    id: string;
    laCode: string;
    practiceId: string;
    startsOn: PlainDate;
    endsOn: PlainDate | null;
    agreedChildren: number;
    tolerance: number;
    delegatedFunctions: readonly DelegatedFunction[];
  }[];
  readonly allocations: {
    laCode: string;
    localId: string;
    contractId: string;
    startedOn: PlainDate;
    endedOn: PlainDate | null;
  }[];
}

/** Who employs: `practiceId` is null for the authority itself. */
export interface StaffedEmployer {
  laCode: string;
  id: string;
  employerKind: 'local-authority' | 'practice';
  practiceId: string | null;
}

/** What an employer knows of an employment besides who does what. */
export interface EmploymentFacts {
  engagement?: 'EMPLOYEE' | 'PARTNER' | 'AGENCY' | 'STUDENT';
  postId?: string | null;
  censusRole?: 'FIRST_LINE_MANAGER' | 'SENIOR_PRACTITIONER' | 'CASE_HOLDER' | null;
  startOrigin?:
    | 'NEWLY_QUALIFIED'
    | 'OTHER_AUTHORITY'
    | 'OUTSIDE_ENGLAND'
    | 'AGENCY'
    | 'OTHER_SOCIAL_WORK'
    | 'OTHER_SOCIAL_CARE'
    | 'NOT_KNOWN'
    | null;
  leaverDestination?:
    'OTHER_AUTHORITY' | 'AGENCY' | 'OTHER_SOCIAL_WORK' | 'OTHER_SOCIAL_CARE' | 'NO_SOCIAL_CARE' | 'NOT_KNOWN' | null;
  reasonForLeaving?: 'RESIGNATION' | 'RETIRED' | 'DISMISSED' | 'VOLUNTARY_REDUNDANCY' | 'OTHER' | 'NOT_KNOWN' | null;
  beganByTransfer?: string | null;
  endedByTransfer?: string | null;
}

/** What whoever works somewhere does, as the workforce subgraph spells it. */
export type StaffRole =
  | 'SOCIAL_WORKER'
  | 'SENIOR_SOCIAL_WORKER'
  | 'PRACTICE_MANAGER'
  | 'PERSONAL_ADVISER'
  | 'PLACEMENT_WORKER'
  | 'ADMINISTRATOR'
  | 'EDUCATION_SUPPORT'
  | 'STUDENT';

/** What the workforce subgraph is filled with. */
export interface WorkforceRows {
  readonly workers: { laCode: string; id: string; name: string }[];
  readonly registrations: {
    laCode: string;
    workerId: string;
    status: 'REGISTERED' | 'LAPSED';
    registeredOn: PlainDate;
    expiresOn: PlainDate;
  }[];
  readonly employments: (StaffedEmployer &
    EmploymentFacts & {
      workerId: string;
      role: StaffRole;
      fullTimeEquivalent: number;
      isAgency: boolean;
      startedOn: PlainDate;
      endedOn: PlainDate | null;
    })[];
  readonly posts: (StaffedEmployer & {
    role: StaffRole;
    fullTimeEquivalent: number;
    isCaseHolding: boolean;
    startsOn: PlainDate;
    endsOn: PlainDate | null;
    recruitment: 'NOT_RECRUITING' | 'APPROVED' | 'ADVERTISED' | 'INTERVIEWING' | 'OFFERED' | 'ON_HOLD';
  })[];
  readonly designations: (StaffedEmployer & {
    workerId: string;
    purpose: 'PROFESSIONAL_DEVELOPMENT';
    startsOn: PlainDate;
    endsOn: PlainDate | null;
  })[];
  readonly transfers: (StaffedEmployer & {
    toEmployerKind: 'local-authority' | 'practice';
    toEmployerId: string;
    movedOn: PlainDate;
    transferReason: 'COMMISSIONING';
    guarantee: 'RETURN_AND_SAME_TERMS';
    guaranteeUntil: PlainDate;
    contractId: string;
    workerIds: string[];
  })[];
}

/** One authority's SSDA903 return of one collection year, as CSV files. */
export interface ReturnFiles {
  readonly laCode: string;
  readonly year: number;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** A made-up postcode, in an area that the Royal Mail does not use; without its space in `World`, as directories key it. */
export interface MadeUpPostcode {
  readonly postcode: string;
  readonly easting: number;
  readonly northing: number;
  readonly laCode: string;
}

/** Everything the demonstration shows. None of it is about a real child, worker or practice. */
export interface World {
  readonly contracts: ContractsRows;
  readonly workforce: WorkforceRows;
  readonly children: {
    readonly postcodes: readonly MadeUpPostcode[];
    /** The settings the children lived in, as Ofsted's list would have them on the last day. None exists. */
    readonly providers: readonly Provider[];
    readonly returns: readonly ReturnFiles[];
  };
}

/** A world with nothing in it yet. */
export function emptyWorld(): World & {
  children: { postcodes: MadeUpPostcode[]; providers: Provider[]; returns: ReturnFiles[] };
} {
  return {
    contracts: { practices: [], contracts: [], allocations: [] },
    workforce: { workers: [], registrations: [], employments: [], posts: [], designations: [], transfers: [] },
    children: { postcodes: [], providers: [], returns: [] },
  };
}
