import type { PlainDate } from '@mainstay/primitives';
import { dayOf, toPlainDate, type Day } from './day.ts';
import { drawName } from './names.ts';
import type { Random } from './random.ts';
import type { EmploymentFacts, StaffedEmployer, WorkforceRows } from './world-rows.ts';

type Employment = WorkforceRows['employments'][number];
type Post = WorkforceRows['posts'][number];

/** An employer whose staff are drawn already. */
export interface Established {
  readonly laCode: string;
  readonly practiceId: string | null;
  /** True for a practice that is a partnership. */
  readonly hasPartners: boolean;
  /** The last day that is told of. */
  readonly until: Day;
}

const origins = [
  ['NEWLY_QUALIFIED', 22],
  ['OTHER_AUTHORITY', 34],
  ['OUTSIDE_ENGLAND', 4],
  ['AGENCY', 17],
  ['OTHER_SOCIAL_WORK', 8],
  ['OTHER_SOCIAL_CARE', 8],
  ['NOT_KNOWN', 7],
] as const;
const destinations = [
  ['OTHER_AUTHORITY', 38],
  ['AGENCY', 20],
  ['OTHER_SOCIAL_WORK', 11],
  ['OTHER_SOCIAL_CARE', 7],
  ['NO_SOCIAL_CARE', 14],
  ['NOT_KNOWN', 10],
] as const;
const leavings = [
  ['RESIGNATION', 78],
  ['RETIRED', 8],
  ['DISMISSED', 3],
  ['VOLUNTARY_REDUNDANCY', 1],
  ['OTHER', 6],
  ['NOT_KNOWN', 4],
] as const;
const recruitments = [
  ['ADVERTISED', 45],
  ['INTERVIEWING', 20],
  ['OFFERED', 15],
  ['APPROVED', 10],
  ['ON_HOLD', 10],
] as const;
const censusRoles: Readonly<Record<string, EmploymentFacts['censusRole']>> = {
  PRACTICE_MANAGER: 'FIRST_LINE_MANAGER',
  SENIOR_SOCIAL_WORKER: 'SENIOR_PRACTITIONER',
  SOCIAL_WORKER: 'CASE_HOLDER',
};

/**
 * Adds to an employer's staff what an employer knows of them besides: the posts they are in and those nobody holds, why they
 * came and left, who is a partner, students and other staff, whose registration ends, and the officer for professional
 * development. What was drawn of them stays as it is.
 */
export function addEstablishment(random: Random, rows: WorkforceRows, employer: Established): void {
  const { laCode, practiceId } = employer;
  const own = rows.employments.filter((row) => row.laCode === laCode && row.practiceId === practiceId);
  for (const row of own) Object.assign(row, factsOf(random, row, employer));
  for (const chain of chainsOf(own)) addPost(rows, { random, employer, chain });
  const caseHolding = own.filter(({ role, endedOn }) => role === 'SOCIAL_WORKER' && endedOn === null).length;
  for (let vacancy = 0; vacancy < Math.ceil(caseHolding / 12); vacancy += 1) {
    const post = addVacancy(random, rows, employer);
    if (vacancy === 0) addCover(random, rows, { employer, post });
  }
  const since = own
    .map(({ startedOn }) => dayOfDate(startedOn))
    .reduce((one, day) => Math.min(one, day), employer.until);
  addOthers(random, rows, { employer, caseHolding, since });
  setRegistrations(random, rows, { own, until: employer.until });
  const [officer] = own.filter(({ role, endedOn }) => role === 'PRACTICE_MANAGER' && endedOn === null);
  if (!officer) return;
  rows.designations.push({
    ...staffedBy(employer, `designation-${practiceId ?? 'authority'}`),
    workerId: officer.workerId,
    purpose: 'PROFESSIONAL_DEVELOPMENT',
    startsOn: officer.startedOn,
    endsOn: null,
  });
}

function factsOf(
  random: Random,
  { role, isAgency, endedOn }: Employment,
  { hasPartners }: Established,
): EmploymentFacts {
  const isSenior = role === 'SENIOR_SOCIAL_WORKER' || role === 'PRACTICE_MANAGER';
  const isPartner = hasPartners && !isAgency && isSenior && random.chance(0.7);
  const leaves = endedOn !== null && !isAgency;
  return {
    engagement: isAgency ? 'AGENCY' : isPartner ? 'PARTNER' : 'EMPLOYEE',
    censusRole: censusRoles[role] ?? null,
    startOrigin: isAgency ? null : random.weighted(origins),
    leaverDestination: leaves ? random.weighted(destinations) : null,
    reasonForLeaving: leaves ? random.weighted(leavings) : null,
  };
}

/** Those who held one post, one after another: each began on the day after the one before had left. */
function chainsOf(own: readonly Employment[]): Employment[][] {
  const chains: Employment[][] = [];
  for (const row of own.toSorted((one, other) => one.startedOn.localeCompare(other.startedOn))) {
    const dayBefore = toPlainDate(dayOfDate(row.startedOn) - 1);
    const chain = chains.find((holders) => holders.at(-1)?.endedOn === dayBefore);
    if (chain) chain.push(row);
    else chains.push([row]);
  }
  return chains;
}

function addPost(
  rows: WorkforceRows,
  { random, employer, chain }: { random: Random; employer: Established; chain: readonly Employment[] },
): void {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) return;
  const post = staffedBy(employer, `post-${first.workerId}`);
  const isHeld = last.endedOn === null && !last.isAgency;
  rows.posts.push({
    ...post,
    role: last.role,
    fullTimeEquivalent: isHeld && random.chance(0.6) ? last.fullTimeEquivalent : 1,
    isCaseHolding: last.role === 'SOCIAL_WORKER' || last.role === 'SENIOR_SOCIAL_WORKER',
    startsOn: first.startedOn,
    endsOn: null,
    recruitment: isHeld ? 'NOT_RECRUITING' : random.weighted(recruitments),
  });
  for (const row of chain) row.postId = post.id;
}

function addVacancy(random: Random, rows: WorkforceRows, employer: Established): Post {
  const post: Post = {
    ...staffedBy(employer, `post-vacant-${employer.practiceId ?? 'authority'}-${rows.posts.length}`),
    role: 'SOCIAL_WORKER',
    fullTimeEquivalent: 1,
    isCaseHolding: true,
    startsOn: toPlainDate(employer.until - random.between(40, 400)),
    endsOn: null,
    recruitment: random.weighted(recruitments),
  };
  rows.posts.push(post);
  return post;
}

/** An agency's social worker who covers a post that nobody holds, and leads no children yet. */
function addCover(
  random: Random,
  rows: WorkforceRows,
  { employer, post }: { employer: Established; post: Post },
): void {
  const { laCode, practiceId, until } = employer;
  const workerId = `SW97${laCode.slice(1, 3)}${laCode.slice(-4)}${practiceId === null ? 1 : 2}`;
  rows.workers.push({ laCode, id: workerId, name: drawName(random) });
  const [registeredOn, expiresOn] = [toPlainDate(until - 2_000), toPlainDate(until + 609)];
  rows.registrations.push({ laCode, workerId, status: 'REGISTERED', registeredOn, expiresOn });
  rows.employments.push({
    ...staffedBy(employer, workerId),
    workerId,
    role: 'SOCIAL_WORKER',
    fullTimeEquivalent: 1,
    isAgency: true,
    engagement: 'AGENCY',
    postId: post.id,
    startedOn: toPlainDate(until - 20),
    endedOn: null,
  });
}

const otherRoles = ['PERSONAL_ADVISER', 'PLACEMENT_WORKER', 'STUDENT', 'EDUCATION_SUPPORT'] as const;

/** Staff in no register: some of each role for every twelve social workers, and students until the summer. */
function addOthers(
  random: Random,
  rows: WorkforceRows,
  { employer, caseHolding, since }: { employer: Established; caseHolding: number; since: Day },
): void {
  const { laCode, practiceId, until } = employer;
  for (const role of otherRoles) {
    for (let number = 1; number <= Math.ceil(caseHolding / 12); number += 1) {
      const id = `STAFF-${laCode}-${practiceId ?? 'LA'}-${role}-${number}`.toUpperCase();
      const isStudent = role === 'STUDENT';
      rows.workers.push({ laCode, id, name: drawName(random) });
      rows.employments.push({
        ...staffedBy(employer, id),
        workerId: id,
        role,
        fullTimeEquivalent: random.pick([1, 0.8, 0.6] as const),
        isAgency: false,
        engagement: isStudent ? 'STUDENT' : 'EMPLOYEE',
        startedOn: toPlainDate(isStudent ? until - 60 : Math.max(since, until - random.between(200, 1_500))),
        // A placement lasts as long as a course.
        endedOn: isStudent ? toPlainDate(until + 400) : null,
        startOrigin: isStudent ? null : random.weighted(origins),
      });
    }
  }
}

/**
 * Registrations are renewed by 30 November: those of most in post hold to the one after the next, some are still due by the
 * next, and one, of somebody who holds no cases, has lapsed.
 */
function setRegistrations(
  random: Random,
  rows: WorkforceRows,
  { own, until }: { own: readonly Employment[]; until: Day },
): void {
  const inPost = new Map(own.filter(({ endedOn }) => endedOn === null).map((row) => [row.workerId, row]));
  const year = Number(toPlainDate(until).slice(0, 4));
  const present = rows.registrations.filter(({ workerId }) => inPost.has(workerId));
  const lapsed = present.findLast(({ workerId }) => inPost.get(workerId)?.role === 'PRACTICE_MANAGER');
  for (const registration of present) {
    const isDue = random.chance(0.15) && !registration.workerId.startsWith('SW099');
    const renewedTo = registration === lapsed && present.length > 3 ? year - 1 : isDue ? year : year + 1;
    Object.assign(registration, { expiresOn: `${renewedTo}-11-30` });
    if (registration.registeredOn > registration.expiresOn) {
      Object.assign(registration, { registeredOn: `${renewedTo - 1}-11-30` });
    }
  }
}

/** An employer, and the id of something of it. */
export function staffedBy(
  { laCode, practiceId }: Pick<Established, 'laCode' | 'practiceId'>,
  id: string,
): StaffedEmployer {
  return {
    laCode,
    id: `${laCode}.${id}`,
    employerKind: practiceId === null ? 'local-authority' : 'practice',
    practiceId,
  };
}

function dayOfDate(date: PlainDate): Day {
  return dayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
}
