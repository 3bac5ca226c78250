import { authorityNumberOf, censusPeriod, writeCensus, type CensusCells, type WorkerTag } from '@mainstay/cswc';
import { addDays, type PlainDate } from '@mainstay/primitives';
import { demonstrationAuthorities } from './authorities.ts';
import { createRandom, type Random } from './random.ts';
import type { WorkforceRows } from './world-rows.ts';

type Employment = WorkforceRows['employments'][number];
type Cells = CensusCells<WorkerTag>;

/** A synthetic workforce census of one authority and year, as a file. */
export interface CensusFileOfWorld {
  readonly laCode: string;
  readonly year: number;
  readonly name: string;
  readonly text: string;
}

/** The years of which the demonstration holds a census. */
const YEARS = [2024, 2025] as const;
/** One worker in fifty lacks something, as in real censuses. */
const LACKING = 0.02;
const forgotten = ['Ethnicity', 'QualLevel', 'StepUpGrad', 'StartOrigin'] as const satisfies readonly WorkerTag[];

const socialWork: ReadonlySet<string> = new Set(['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'PRACTICE_MANAGER']);
const orgRoles = { FIRST_LINE_MANAGER: '3', SENIOR_PRACTITIONER: '4', CASE_HOLDER: '5' } as const;
const salaries: Readonly<Record<string, number>> = { 3: 52_000, 4: 46_000, 5: 41_000 };
const origins: Readonly<Record<string, string>> = {
  NEWLY_QUALIFIED: '1',
  OTHER_AUTHORITY: '2',
  OUTSIDE_ENGLAND: '3',
  AGENCY: '4',
  OTHER_SOCIAL_WORK: '5',
  OTHER_SOCIAL_CARE: '6',
};
const destinations: Readonly<Record<string, string>> = {
  OTHER_AUTHORITY: '1',
  AGENCY: '3',
  OTHER_SOCIAL_WORK: '4',
  OTHER_SOCIAL_CARE: '5',
  NO_SOCIAL_CARE: '6',
};
const reasons: Readonly<Record<string, string>> = {
  RESIGNATION: '1',
  VOLUNTARY_REDUNDANCY: '2',
  DISMISSED: '4',
  RETIRED: '5',
  OTHER: '8',
};
const ethnicities = [
  ['WBRI', 62],
  ['BAFR', 12],
  ['BCRB', 7],
  ['AIND', 5],
  ['APKN', 5],
  ['WOTH', 5],
  ['MWBC', 2],
  ['NOBT', 2],
] as const;

/**
 * The censuses of a world's authorities, made of the staff that the authorities themselves employ, so that they agree with
 * what is recorded of them.
 */
export function censusFiles(workforce: WorkforceRows): CensusFileOfWorld[] {
  const laCodes = new Set(workforce.employments.map(({ laCode }) => laCode));
  return demonstrationAuthorities
    .filter(({ code }) => laCodes.has(code))
    .flatMap(({ code }) => YEARS.map((year) => censusOf(workforce, code, year)));
}

function censusOf(workforce: WorkforceRows, laCode: string, year: number): CensusFileOfWorld {
  const own = workforce.employments.filter(
    (one) => one.laCode === laCode && one.employerKind === 'local-authority' && socialWork.has(one.role),
  );
  const workers = [...Map.groupBy(own, ({ workerId }) => workerId)].flatMap(([id, employments]) => {
    const sorted = employments.toSorted((one, other) => (one.startedOn < other.startedOn ? -1 : 1));
    return workerCells(id, sorted, { year, random: createRandom(903).fork(id) }) ?? [];
  });
  const authority = vacanciesOf(workforce, own, { laCode, year });
  const dateTime = `${year}-11-03T09:00:00Z`;
  const text = writeCensus({ year, authorityNumber: authorityNumberOf(laCode) ?? '', authority, workers, dateTime });
  return { laCode, year, name: `workforce-census-${year}.xml`, text };
}

function isHeld({ startedOn, endedOn }: Pick<Employment, 'startedOn' | 'endedOn'>, on: PlainDate): boolean {
  return startedOn <= on && (endedOn === null || endedOn > on);
}

/** What the census of a year says of a worker; null when it has nothing to say. */
function workerCells(
  id: string,
  employments: readonly Employment[],
  { year, random }: { year: number; random: Random },
): Cells | null {
  const period = censusPeriod(year);
  const before = addDays(period.from, -1);
  const held = employments.findLast((one) => isHeld(one, period.to));
  const heldBefore = employments.findLast((one) => isHeld(one, before));
  const last = held ?? employments.at(-1);
  const [first] = employments;
  if (!first || !last || last.isAgency !== first.isAgency) return null;
  const SWENo = `SW${id.slice(2).padStart(10, '0')}`;
  const orgRole = last.censusRole ? orgRoles[last.censusRole] : '5';
  const cases = orgRole === '5' ? random.between(11, 21) : orgRole === '4' ? random.between(4, 10) : 0;
  if (last.isAgency) {
    if (!held) return null;
    return {
      AgencyWorker: '1',
      SWENo,
      FTE: String(held.fullTimeEquivalent),
      Cases30: String(cases),
      ContractWeeks: '26',
    };
  }
  const isLeaver = !held && heldBefore !== undefined && last.endedOn !== null && last.endedOn <= period.to;
  if (!held && !isLeaver) return null;
  const person = personCells(first, { random, orgRole });
  const cells: Cells = {
    AgencyWorker: '0',
    SWENo,
    FTE: String(held?.fullTimeEquivalent ?? 0),
    ...person,
    FTE30: String(heldBefore?.fullTimeEquivalent ?? 0),
    WorkingDaysLost: (Math.min(120, Math.round(random.waiting(8) * 2)) / 2).toFixed(1),
    ...(isLeaver ? leavingCells(last) : { Cases30: String(cases) }),
  };
  if (!random.chance(LACKING)) return cells;
  const lost = random.pick(forgotten);
  return Object.fromEntries(Object.entries(cells).filter(([tag]) => tag !== lost));
}

function personCells(
  { startedOn, startOrigin }: Employment,
  { random, orgRole }: { random: Random; orgRole: string },
): Cells {
  const born = Number(startedOn.slice(0, 4)) - random.between(24, 52);
  const day = `${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
  return {
    PersonBirthDate: `${born}-${day}`,
    Sex: random.chance(0.86) ? 'F' : 'M',
    Ethnicity: random.weighted(ethnicities),
    QualLevel: random.chance(0.55) ? '2' : '1',
    StepUpGrad: random.chance(0.06) ? '1' : '0',
    OrgRole: orgRole,
    RoleStartDate: startedOn,
    StartOrigin: (startOrigin && origins[startOrigin]) ?? '9',
    FrontlineGrad: random.chance(0.05) ? '1' : '0',
    BaseSalary: ((salaries[orgRole] ?? 41_000) + random.between(-15, 25) * 100).toFixed(2),
  };
}

function leavingCells({ endedOn, leaverDestination, reasonForLeaving }: Employment): Cells {
  return {
    ...(endedOn ? { RoleEndDate: endedOn } : {}),
    LeaverDestination: (leaverDestination && destinations[leaverDestination]) ?? '8',
    ReasonLeave: (reasonForLeaving && reasons[reasonForLeaving]) ?? '9',
  };
}

/** Posts of social work that no employee fills on the reference date, and the agency workers in them. */
function vacanciesOf(
  { posts }: WorkforceRows,
  own: readonly Employment[],
  { laCode, year }: { laCode: string; year: number },
) {
  const { to } = censusPeriod(year);
  const present = own.filter((one) => isHeld(one, to));
  const held = Map.groupBy(present, ({ postId }) => postId ?? '');
  let [vacant, covered, heads] = [0, 0, 0];
  for (const post of posts) {
    const isOpen = post.startsOn <= to && (post.endsOn === null || post.endsOn > to);
    if (post.laCode !== laCode || post.practiceId !== null || !socialWork.has(post.role) || !isOpen) continue;
    const holders = held.get(post.id) ?? [];
    const share = (isAgency: boolean): number =>
      holders.reduce((sum, one) => sum + (one.isAgency === isAgency ? one.fullTimeEquivalent : 0), 0);
    const free = Math.max(0, post.fullTimeEquivalent - share(false));
    vacant += free;
    covered += Math.min(free, share(true));
    heads += free > 0 ? holders.filter(({ isAgency }) => isAgency).length : 0;
  }
  return { NumberOfVacancies: vacant.toFixed(2), NoAgencyFTE: covered.toFixed(2), NoAgencyHeadcount: String(heads) };
}
