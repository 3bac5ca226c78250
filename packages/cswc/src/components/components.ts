import type { AuthorityTag } from '../fields/authority-fields.ts';
import type { CensusCells } from '../fields/census-field.ts';
import { censusPeriod } from '../fields/census-period.ts';
import { plainNumber } from '@mainstay/primitives';
import { numberOf, type CensusWorker } from '../fields/census-worker.ts';
import { standingOf } from './standing.ts';

/** Whole-time equivalents and heads of one group of workers. */
export interface Group {
  readonly fte: number;
  readonly headcount: number;
}

/** Workers who are not in a component though a reader might expect them, or are in it with something missing. */
export interface LeftOut {
  readonly component: ComponentName;
  /** Who and why, in plain words. */
  readonly reason: string;
  readonly count: number;
}

/** What the published rates of one census are made of. */
export interface CensusComponents {
  readonly year: number;
  /** Employed on 30 September, with a full-time equivalent above 0. */
  readonly inPost: Group;
  /** Of those in post, who started in the year and were not in post a year before. */
  readonly starters: Group;
  /** Left in the year; their equivalents are those of the 30 September before. */
  readonly leavers: Group;
  /** Agency workers on 30 September, with a full-time equivalent above 0. */
  readonly agency: Group;
  /** Vacancies in whole-time equivalents, those covered by agency workers included; null when the census does not say. */
  readonly vacancies: number | null;
  /** Whole-time equivalents of agency workers who cover vacancies; null when the census does not say. */
  readonly agencyCover: number | null;
  /** Cases held on 30 September by those in post and agency workers. */
  readonly cases: number;
  /** Whole-time equivalents of those who hold one case or more, agency workers included. */
  readonly caseHolders: number;
  /** Working days employees lost to sickness in the year, those who left among them. */
  readonly daysLost: number;
  /** Those in post by role (`OrgRole`); no entry where nobody has the role. */
  readonly byRole: Readonly<Record<string, Group>>;
  readonly leftOut: readonly LeftOut[];
}

/** A component that workers can be left out of. */
export type ComponentName = 'inPost' | 'starters' | 'leavers' | 'agency' | 'cases' | 'daysLost' | 'byRole';

/** A census as it was loaded, and the one of the year before where there is one. */
export interface CensusToCount {
  readonly year: number;
  readonly authority: CensusCells<AuthorityTag>;
  readonly workers: readonly CensusWorker[];
  readonly previous: readonly CensusWorker[] | null;
}

/**
 * The components of a census. A leaver's whole-time equivalent is that of the 30 September before as the census gives it
 * (`FTE30`), or where it gives none, that of the census of the year before, found by the regulator's number.
 */
export function censusComponents({ year, authority, workers, previous }: CensusToCount): CensusComponents {
  const count = new Count(year, previous);
  for (const worker of workers) count.add(worker);
  count.findMissing(workers);
  return {
    year,
    ...count.groups,
    vacancies: numberOf(authority.NumberOfVacancies),
    agencyCover: numberOf(authority.NoAgencyFTE),
    cases: count.cases,
    caseHolders: precise(count.caseHolders),
    daysLost: precise(count.daysLost),
    byRole: count.byRole,
    leftOut: count.leftOut,
  };
}

class Count {
  readonly #period;
  readonly #before: ReadonlyMap<string, CensusWorker> | null;
  readonly #leftOut = new Map<string, LeftOut>();
  readonly #byRole = new Map<string, Group>();
  #groups: Record<'inPost' | 'starters' | 'leavers' | 'agency', Group> = {
    inPost: nobody,
    starters: nobody,
    leavers: nobody,
    agency: nobody,
  };
  cases = 0;
  caseHolders = 0;
  daysLost = 0;

  constructor(year: number, previous: readonly CensusWorker[] | null) {
    this.#period = censusPeriod(year);
    this.#before = previous && new Map(previous.map((worker) => [plainNumber(worker.sweNo), worker]));
  }

  get groups(): Record<'inPost' | 'starters' | 'leavers' | 'agency', Group> {
    return this.#groups;
  }

  get byRole(): Record<string, Group> {
    return Object.fromEntries([...this.#byRole].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  }

  get leftOut(): LeftOut[] {
    return [...this.#leftOut.values()];
  }

  add(worker: CensusWorker): void {
    const standing = standingOf(worker, this.#period);
    if (worker.isAgency === false) this.#addDaysLost(worker);
    switch (standing.kind) {
      case 'in-post':
        this.#addInPost(worker, standing.fte);
        break;
      case 'agency':
        this.#addTo('agency', standing.fte);
        break;
      case 'leaver':
        this.#addLeaver(worker);
        break;
      case 'other':
        this.#leave(worker.isAgency === true ? 'agency' : standing.component, standing.reason);
        break;
    }
    if (standing.kind === 'in-post' || standing.kind === 'agency') this.#addCases(worker, standing.fte);
    else if ((worker.cases ?? 0) > 0) this.#leave('cases', 'Cases of workers who are not there on 30 September.');
  }

  /** Who was in post in the census before and is in this one neither in post nor as a leaver. */
  findMissing(workers: readonly CensusWorker[]): void {
    if (this.#before === null) return;
    const present = new Set(workers.map(({ sweNo }) => plainNumber(sweNo)));
    for (const [number, { isAgency, fte }] of this.#before) {
      if (isAgency !== false || !fte || present.has(number)) continue;
      this.#leave(
        'leavers',
        'In post in the census of the year before, and not in this one: it does not say that they left.',
      );
    }
  }

  #addInPost(worker: CensusWorker, fte: number): void {
    this.#addTo('inPost', fte);
    if (worker.orgRole === null) this.#leave('byRole', 'In post, and the role is not said.');
    else this.#byRole.set(worker.orgRole, plus(this.#byRole.get(worker.orgRole) ?? nobody, fte));
    if (worker.startedOn === null) this.#leave('starters', 'In post, and the first day is not said.');
    else if (worker.startedOn >= this.#period.from) this.#addStarter(worker, fte);
  }

  #addStarter(worker: CensusWorker, fte: number): void {
    const before = this.#before?.get(plainNumber(worker.sweNo));
    const wasInPost = before !== undefined && before.isAgency === false && (before.fte ?? 0) > 0;
    if (wasInPost) this.#leave('starters', 'In post a year before: moved to another post of the authority.');
    else this.#addTo('starters', fte);
  }

  #addLeaver(worker: CensusWorker): void {
    const before = this.#before?.get(plainNumber(worker.sweNo));
    const fteThen = worker.fteBefore || (before?.isAgency === false ? before.fte : null) || null;
    this.#addTo('leavers', fteThen ?? 0);
    if (fteThen === null) {
      this.#leave(
        'leavers',
        'Left, and the full-time equivalent of the year before is not known: counted as a head only.',
      );
    }
  }

  #addCases({ cases }: CensusWorker, fte: number): void {
    if (cases === null) return this.#leave('cases', 'There on 30 September, and the cases are not said.');
    this.cases += cases;
    if (cases > 0) this.caseHolders += fte;
  }

  #addDaysLost({ daysLost }: CensusWorker): void {
    if (daysLost === null) this.#leave('daysLost', 'Employed, and the days lost to sickness are not said.');
    else this.daysLost += daysLost;
  }

  #addTo(group: 'inPost' | 'starters' | 'leavers' | 'agency', fte: number): void {
    this.#groups = { ...this.#groups, [group]: plus(this.#groups[group], fte) };
  }

  #leave(component: ComponentName, reason: string): void {
    const key = `${component} ${reason}`;
    this.#leftOut.set(key, { component, reason, count: (this.#leftOut.get(key)?.count ?? 0) + 1 });
  }
}

const nobody: Group = { fte: 0, headcount: 0 };

function plus({ fte, headcount }: Group, more: number): Group {
  return { fte: precise(fte + more), headcount: headcount + 1 };
}

/** Six decimal places, as the census has: sums of binary fractions drift. */
function precise(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}
