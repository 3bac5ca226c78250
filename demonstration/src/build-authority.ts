import { type PlainDate, delegatedFunctions } from '@mainstay/primitives';
import { drawAllocations, type Allocation } from './allocations.ts';
import {
  DEMONSTRATION_LA,
  demonstrationWorkers,
  type DemonstrationAuthority,
  type HostedPractice,
} from './authorities.ts';
import { dayOf, toPlainDate, yearDays, YEAR, type Day } from './day.ts';
import { addEstablishment } from './establishment.ts';
import { drawLife, type Life } from './life.ts';
import { layOutPlaces, type Places } from './postcodes.ts';
import type { Random } from './random.ts';
import { writeReturn } from './return-files.ts';
import { drawReviews } from './reviews.ts';
import { drawSocialWorkers, type Responsibility } from './social-workers.ts';
import { addTransfer } from './staff-transfer.ts';
import { drawStaff, type CaseHolder } from './staff.ts';
import { emptyWorld, type World } from './world-rows.ts';

/** What one authority is built from. */
export interface AuthorityOptions {
  readonly authority: DemonstrationAuthority;
  readonly index: number;
  readonly random: Random;
  readonly lastYear: number;
  readonly years: number;
}

/** Cases that one worker holds: a little fewer in a practice. */
const CASES = 15;
/** Registration numbers kept for each authority, so that none is given out twice. */
const NUMBERS = 5_000;
/** Days in care that a child spends on average, for the number who must come in to keep the total steady. */
const MEAN_DAYS = 1_005;

/** One authority's part of the world. */
export function buildAuthority({ authority, index, random, lastYear, years }: AuthorityOptions): World {
  const world = emptyWorld();
  const horizon = yearDays(lastYear).to;
  const places = layOutPlaces(authority.code, index, random.fork('places'));
  for (const place of places.postcodes) {
    world.children.postcodes.push({ ...place, postcode: place.postcode.replace(' ', '') });
  }
  const lives = drawLives(random.fork('lives'), authority, places, horizon);
  world.children.providers.push(...places.settings.listed(horizon));
  const number = numberSource(index);
  const since = dayOf(lastYear - years - 1, 4, 1);
  const staffed = (practice: HostedPractice | null, children: number): CaseHolder[] =>
    drawStaff(
      random.fork(practice?.id ?? 'authority'),
      {
        laCode: authority.code,
        practiceId: practice?.id ?? null,
        since: practice ? toDay(practice.startsOn) : since,
        posts: Math.ceil(children / CASES),
        meanYears: practice ? 6 : 4.5,
        agencyShare: practice ? 0.05 : 0.16,
        lasting: authority.code === DEMONSTRATION_LA ? demonstrationWorkers[practice ? 'practice' : 'authority'] : null,
      },
      { number, rows: world.workforce, until: horizon },
    );
  const own = staffed(null, authority.children);
  const { practice } = authority;
  const allocations = practice ? host(world, authority, practice, { lives, random, horizon }) : [];
  const practiceStaff = practice ? staffed(practice, practice.agreedChildren) : [];
  establish(world, { authority, random: random.fork('establishment'), until: horizon });
  const allocated = new Map(allocations.map((allocation) => [allocation.life, allocation]));
  const drawn = random.fork('work');
  const records = lives.map((life) => ({
    life,
    reviews: drawReviews(drawn, life, horizon),
    workers: drawSocialWorkers(
      drawn,
      responsibilities(life, allocated.get(life), { own, practice: practiceStaff, since }),
      horizon,
    ),
  }));
  const first = yearDays(lastYear - years + 1).from;
  for (let year = lastYear - years + 1; year <= lastYear; year += 1) {
    const files = writeReturn(random.fork(`return ${year}`), records, { year, since: first });
    world.children.returns.push({ laCode: authority.code, year, files });
  }
  return world;
}

/** What the authority and its practice know of their staff besides who they are. */
function establish(
  { workforce }: World,
  { authority, random, until }: { authority: DemonstrationAuthority; random: Random; until: Day },
): void {
  const { code: laCode, practice } = authority;
  addEstablishment(random.fork('authority'), workforce, { laCode, practiceId: null, hasPartners: false, until });
  if (!practice) return;
  const hasPartners = practice.governance === 'PROFESSIONAL_PARTNERSHIP';
  addEstablishment(random.fork(practice.id), workforce, { laCode, practiceId: practice.id, hasPartners, until });
  const since = toDay(practice.startsOn);
  addTransfer(workforce, { laCode, practiceId: practice.id, contractId: contractIdOf(practice), since });
}

function contractIdOf({ id, startsOn }: HostedPractice): string {
  return `${id}-${startsOn.slice(0, 4)}`;
}

function drawLives(random: Random, authority: DemonstrationAuthority, places: Places, horizon: Day): Life[] {
  const between = MEAN_DAYS / authority.children;
  const lives: Life[] = [];
  // Long enough before the first return that those who grow up in care are among the children of every year.
  for (let day = horizon - 19 * YEAR; day < horizon - 1; day += random.waiting(between)) {
    lives.push(withinHorizon(drawLife(random, Math.floor(day), lives.length, places), horizon));
  }
  return lives;
}

/** What lies after the last return has not happened yet. */
function withinHorizon(life: Life, horizon: Day): Life {
  if (life.leftOn === null || life.leftOn <= horizon) return life;
  const episodes = life.episodes
    .filter(({ start }) => start <= horizon)
    .map((episode) =>
      episode.end !== null && episode.end > horizon
        ? { ...episode, end: null, reasonEnded: null, reasonPlacementChanged: null }
        : episode,
    );
  return { ...life, episodes, leftOn: null };
}

function host(
  world: World,
  authority: DemonstrationAuthority,
  practice: HostedPractice,
  { lives, random, horizon }: { lives: readonly Life[]; random: Random; horizon: Day },
): Allocation[] {
  const startsOn = practice.startsOn as PlainDate;
  const contractId = contractIdOf(practice);
  const since = toDay(startsOn);
  world.contracts.practices.push({
    id: practice.id,
    name: practice.name,
    governance: practice.governance,
    parentOrganisation: practice.parentOrganisation,
    foundedOn: toPlainDate(since - 200),
  });
  world.contracts.contracts.push({
    id: contractId,
    laCode: authority.code,
    practiceId: practice.id,
    startsOn,
    endsOn: toPlainDate(since + Math.floor(6 * YEAR)),
    agreedChildren: practice.agreedChildren,
    tolerance: Math.max(10, Math.round(practice.agreedChildren / 10)),
    delegatedFunctions: practice.delegatedFunctions ?? delegatedFunctions,
  });
  const allocations = drawAllocations(random.fork('allocations'), lives, {
    agreed: practice.agreedChildren,
    since,
    until: horizon,
  });
  for (const { life, start, end } of allocations) {
    world.contracts.allocations.push({
      laCode: authority.code,
      localId: life.localId,
      contractId,
      startedOn: toPlainDate(start),
      endedOn: end === null ? null : toPlainDate(end),
    });
  }
  return allocations;
}

function responsibilities(
  life: Life,
  allocation: Allocation | undefined,
  { own, practice, since }: { own: readonly CaseHolder[]; practice: readonly CaseHolder[]; since: Day },
): Responsibility[] {
  const from = Math.max(life.episodes[0]?.start ?? since, since);
  if (life.leftOn !== null && life.leftOn <= from) return [];
  const authority = { staff: own, changes: 0.95 };
  if (!allocation) return [{ from, to: life.leftOn, ...authority }];
  const before = { from, to: allocation.start, ...authority };
  const after = { from: Math.max(from, allocation.start), to: life.leftOn, staff: practice, changes: 0.6 };
  return allocation.start > from ? [before, after] : [after];
}

function numberSource(index: number): () => string {
  let next = 100_000 + index * NUMBERS;
  return () => {
    next += 1;
    return `SW${next}`;
  };
}

function toDay(date: string): Day {
  return dayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
}
