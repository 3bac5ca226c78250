import type { PlainDate } from '@mainstay/primitives';
import { demonstrationAuthorities, type DemonstrationAuthority } from './authorities.ts';
import { buildAuthority } from './build-authority.ts';
import { createRandom } from './random.ts';

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
  }[];
  readonly allocations: {
    laCode: string;
    localId: string;
    contractId: string;
    startedOn: PlainDate;
    endedOn: PlainDate | null;
  }[];
}

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
  readonly employments: {
    laCode: string;
    id: string;
    workerId: string;
    employerKind: 'local-authority' | 'practice';
    practiceId: string | null;
    role: 'SOCIAL_WORKER' | 'SENIOR_SOCIAL_WORKER' | 'PRACTICE_MANAGER' | 'PERSONAL_ADVISER' | 'ADMINISTRATOR';
    fullTimeEquivalent: number;
    isAgency: boolean;
    startedOn: PlainDate;
    endedOn: PlainDate | null;
  }[];
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
  readonly children: { readonly postcodes: readonly MadeUpPostcode[]; readonly returns: readonly ReturnFiles[] };
}

/** What to build. */
export interface WorldOptions {
  /** The same seed gives the same world. */
  readonly seed?: number;
  /** The newest collection year to make returns for. */
  readonly lastYear?: number;
  /** How many collection years. */
  readonly years?: number;
  /** The authorities; the demonstration's eight when left out. */
  readonly authorities?: readonly DemonstrationAuthority[];
}

/**
 * A synthetic world with the proportions that England's published statistics show.
 *
 * It is invented from beginning to end: lives are drawn by chance from published distributions, so no figure says
 * anything about the authorities whose names it carries.
 */
export function buildWorld(options: WorldOptions = {}): World {
  const { seed = 903, lastYear = 2026, years = 5, authorities = demonstrationAuthorities } = options;
  const random = createRandom(seed);
  const world = emptyWorld();
  authorities.forEach((authority, index) => {
    const part = buildAuthority({ authority, index, random: random.fork(authority.code), lastYear, years });
    world.contracts.practices.push(...part.contracts.practices);
    world.contracts.contracts.push(...part.contracts.contracts);
    world.contracts.allocations.push(...part.contracts.allocations);
    world.workforce.workers.push(...part.workforce.workers);
    world.workforce.registrations.push(...part.workforce.registrations);
    world.workforce.employments.push(...part.workforce.employments);
    world.children.postcodes.push(...part.children.postcodes);
    world.children.returns.push(...part.children.returns);
  });
  return world;
}

/** A world with nothing in it yet. */
export function emptyWorld(): World & { children: { postcodes: MadeUpPostcode[]; returns: ReturnFiles[] } } {
  return {
    contracts: { practices: [], contracts: [], allocations: [] },
    workforce: { workers: [], registrations: [], employments: [] },
    children: { postcodes: [], returns: [] },
  };
}
