import { toPlainDate, YEAR, type Day } from './day.ts';
import { drawName } from './names.ts';
import type { Random } from './random.ts';
import type { WorkforceRows } from './world-rows.ts';

/** Somebody who holds children's cases, from a day to a day. */
export interface CaseHolder {
  readonly id: string;
  readonly start: Day;
  /** The last day in post; null while in post. */
  readonly end: Day | null;
}

/** Who employs. */
export interface Employer {
  readonly laCode: string;
  readonly practiceId: string | null;
  /** The first day it employs anybody. */
  readonly since: Day;
  /** How many hold cases at a time. */
  readonly posts: number;
  /** Years that a worker stays, on average. */
  readonly meanYears: number;
  readonly agencyShare: number;
  /** Somebody who holds a post from the first day and stays; null for nobody. */
  readonly lasting: { readonly id: string; readonly name: string } | null;
}

/** Where staff are written down. */
export interface StaffRegister {
  /** Gives out registration numbers, each once. */
  readonly number: () => string;
  readonly rows: WorkforceRows;
  /** The last day that is told of. */
  readonly until: Day;
}

/** Draws an employer's staff: each post is held by one after another; managers and administrators come with them. */
export function drawStaff(random: Random, employer: Employer, register: StaffRegister): CaseHolder[] {
  const { number, rows } = register;
  const holders: CaseHolder[] = employer.lasting ? [addLasting(random, employer, rows)] : [];
  for (let post = 0; post < employer.posts; post += 1) holders.push(...fillPost(random, employer, register));
  for (let post = 0; post < Math.ceil(employer.posts / 7); post += 1) {
    addPost(random, employer, rows, {
      id: number(),
      role: 'PRACTICE_MANAGER',
      start: startOf(random, employer),
      end: null,
    });
  }
  for (let post = 0; post < Math.ceil(employer.posts / 5); post += 1) {
    addPost(random, employer, rows, {
      id: number(),
      role: 'ADMINISTRATOR',
      start: startOf(random, employer),
      end: null,
    });
  }
  return holders;
}

/** Adds one who stays, under a name that is told and not drawn. */
function addLasting(random: Random, employer: Employer, rows: WorkforceRows): CaseHolder {
  const { id = '', name = '' } = employer.lasting ?? {};
  const holder: Post = { id, role: 'SOCIAL_WORKER', start: employer.since, end: null };
  addPost(random, employer, rows, holder);
  const drawn = rows.workers.pop();
  if (drawn) rows.workers.push({ ...drawn, name });
  return holder;
}

type Role = WorkforceRows['employments'][number]['role'];
interface Post extends CaseHolder {
  readonly role: Role;
}

function fillPost(random: Random, employer: Employer, { number, rows, until }: StaffRegister): CaseHolder[] {
  const holders: CaseHolder[] = [];
  let start = startOf(random, employer);
  while (start < until) {
    const leaves = Math.floor(start + 60 + random.waiting(employer.meanYears * YEAR));
    const role: Role = random.chance(0.3) ? 'SENIOR_SOCIAL_WORKER' : 'SOCIAL_WORKER';
    const holder: Post = { id: number(), role, start, end: leaves < until ? leaves : null };
    addPost(random, employer, rows, holder);
    holders.push(holder);
    start = leaves + 1;
  }
  return holders;
}

/** An employer that exists already has staff who began at any time before. */
function startOf(random: Random, employer: Employer): Day {
  return employer.practiceId === null ? employer.since - Math.floor(random.next() * 2 * YEAR) : employer.since;
}

function addPost(random: Random, { laCode, practiceId, agencyShare }: Employer, rows: WorkforceRows, post: Post): void {
  rows.workers.push({ laCode, id: post.id, name: drawName(random) });
  if (post.role !== 'ADMINISTRATOR') {
    const registered = post.start - random.between(0, Math.floor(12 * YEAR));
    rows.registrations.push({
      laCode,
      workerId: post.id,
      status: 'REGISTERED',
      registeredOn: toPlainDate(registered),
      expiresOn: toPlainDate(post.start + Math.ceil(((post.end ?? post.start) - post.start) / YEAR + 9) * 365),
    });
  }
  rows.employments.push({
    laCode,
    id: `${laCode}.${post.id}.${toPlainDate(post.start)}`,
    workerId: post.id,
    employerKind: practiceId === null ? 'local-authority' : 'practice',
    practiceId,
    role: post.role,
    fullTimeEquivalent: random.weighted([
      [1, 80],
      [0.8, 12],
      [0.6, 8],
    ] as const),
    isAgency: random.chance(agencyShare),
    startedOn: toPlainDate(post.start),
    endedOn: post.end === null ? null : toPlainDate(post.end),
  });
}
