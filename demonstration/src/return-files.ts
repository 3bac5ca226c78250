import { ageOnDay, dayOf, toBritish, yearDays, type Day } from './day.ts';
import type { Episode } from './care.ts';
import { drawCareLeaver } from './care-leavers.ts';
import { drawHealth } from './health.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import type { Review } from './reviews.ts';
import type { SocialWorkerSpell } from './social-workers.ts';

/** All that is known of one child. */
export interface Record903 {
  readonly life: Life;
  readonly reviews: readonly Review[];
  readonly workers: readonly SocialWorkerSpell[];
}

type Cells = readonly (string | number)[];

const columns = {
  header: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
  episodes: 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  reviews: 'CHILD,DOB,REVIEW,REVIEW_CODE',
  uasc: 'CHILD,SEX,DOB,DUC',
  oc2: 'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
  oc3: 'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM',
  ad1: 'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR',
  placed_for_adoption: 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED',
  previous_permanence: 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM',
  missing: 'CHILD,DOB,MISSING,MIS_START,MIS_END',
  sw_episodes: 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON',
} as const;

/** The first collection year with social workers in it. */
const SOCIAL_WORKERS_SINCE = 2024;

/**
 * One year's return of an authority: what it would have sent after 31 March, with the slips that real returns have.
 *
 * @param since the first day of the first return: of care that ended before, nothing is known.
 */
export function writeReturn(
  random: Random,
  records: readonly Record903[],
  { year, since }: { year: number; since: Day },
): { name: string; text: string }[] {
  const { from, to } = yearDays(year);
  const rows = new Map<keyof typeof columns, Cells[]>();
  const add = (table: keyof typeof columns, cells: Cells): void => {
    const list = rows.get(table) ?? [];
    list.push(cells);
    rows.set(table, list);
  };
  for (const record of records) {
    const episodes = record.life.episodes.filter(({ start, end }) => start <= to && (end === null || end >= from));
    // Who left care before the first return is in none, and nobody could say so of them.
    const isKnown = record.life.leftOn !== null && record.life.leftOn >= since;
    const leaver = isKnown ? drawCareLeaver(random, record.life, year) : null;
    if (episodes.length === 0 && !leaver) continue;
    addHeader(random, add, record, { year, isInCare: episodes.length > 0 });
    if (leaver) add('oc3', [record.life.localId, toBritish(record.life.born), ...leaver]);
    if (episodes.length > 0) addCare(random, add, { record, episodes, year });
  }
  return [...rows].map(([table, cells]) => ({
    name: `${table}.csv`,
    text: `${[columns[table], ...cells.map((row) => row.join(','))].join('\n')}\n`,
  }));
}

/** A child's care in the year of the return. */
interface YearOfCare {
  readonly record: Record903;
  readonly episodes: readonly Episode[];
  readonly year: number;
}

type Add = (table: keyof typeof columns, cells: Cells) => void;

function addHeader(
  random: Random,
  add: Add,
  { life }: Record903,
  { year, isInCare }: { year: number; isInCare: boolean },
): void {
  const isMother = life.sex === 'F' && isInCare ? 0 : '';
  const isBeforeSchool = ageOnDay(life.born, dayOf(year - 2, 8, 31)) < 4;
  const sex = sexCode(life, year);
  add('header', [
    life.localId,
    sex,
    toBritish(life.born),
    life.ethnicity,
    slip(random, 0.006, isBeforeSchool ? 'UN1' : life.upn, 'X123'),
    isMother,
    '',
  ]);
  if (life.isUnaccompanied) add('uasc', [life.localId, sex, toBritish(life.born), '']);
}

function addCare(random: Random, add: Add, { record, episodes, year }: YearOfCare): void {
  const { life, reviews, workers } = record;
  const { from, to } = yearDays(year);
  const [id, born] = [life.localId, toBritish(life.born)];
  for (const episode of episodes) add('episodes', [id, ...episodeCells(random, episode, year)]);
  for (const { day, participation } of reviews) {
    if (day >= from && day <= to) add('reviews', [id, born, toBritish(day), slip(random, 0.001, participation, 'PN9')]);
  }
  if (year >= SOCIAL_WORKERS_SINCE) {
    for (const { workerId, start, end, reason } of workers) {
      if (start > to || (end !== null && end < from)) continue;
      add('sw_episodes', [
        id,
        born,
        workerId,
        toBritish(start),
        toBritish(end !== null && end <= to ? end : null),
        reason,
      ]);
    }
  }
  addOutcomes(random, add, { record, episodes, year });
}

function addOutcomes(random: Random, add: Add, { record, episodes, year }: YearOfCare): void {
  const { life } = record;
  const { from, to } = yearDays(year);
  const [id, born] = [life.localId, toBritish(life.born)];
  const entry = life.episodes[0]?.start ?? to;
  const isStillLookedAfter = life.leftOn === null || life.leftOn > to;
  if (entry < from && isStillLookedAfter) add('oc2', [id, born, ...drawHealth(random, life, year)]);
  if (entry >= from) add('previous_permanence', [id, born, 'Z1', '', '']);
  if (random.chance(0.1))
    addMissing(random, add, life, { from: Math.max(from, entry), to: Math.min(to, life.leftOn ?? to) });
  const placed = life.episodes.find(({ legalStatus }) => legalStatus === 'E1');
  if (placed && placed.start <= to) add('placed_for_adoption', [id, born, toBritish(placed.start), '', '']);
  const adopted = episodes.find(({ reasonEnded }) => reasonEnded === 'E11' || reasonEnded === 'E12');
  if (adopted?.end && adopted.end <= to) {
    const matched = toBritish(adopted.start);
    const adopters = random.weighted([
      [['2', 'MF', 'L11'], 68],
      [['2', 'MF', 'L3'], 12],
      [['1', 'F1', 'L0'], 10],
      [['2', 'MM', 'L12'], 6],
      [['2', 'FF', 'L4'], 4],
    ] as const);
    add('ad1', [id, born, toBritish(placed?.start ?? adopted.start), matched, 0, ...adopters]);
  }
}

function addMissing(random: Random, add: Add, life: Life, period: { from: Day; to: Day }): void {
  if (ageOnDay(life.born, period.from) < 10 || period.to - period.from < 20) return;
  for (let incident = random.between(1, 4); incident > 0; incident -= 1) {
    const start = random.between(period.from, period.to - 5);
    const kind = random.chance(0.85) ? 'M' : 'A';
    add('missing', [
      life.localId,
      toBritish(life.born),
      kind,
      toBritish(start),
      toBritish(start + random.between(0, 3)),
    ]);
  }
}

function episodeCells(random: Random, episode: Episode, year: number): Cells {
  const { to } = yearDays(year);
  const { stay } = episode;
  const hasEnded = episode.end !== null && episode.end <= to;
  return [
    toBritish(episode.start),
    episode.reasonStarted,
    slip(random, 0.0006, episode.legalStatus, 'C9'),
    episode.need,
    placementType(stay.type, year),
    stay.provider,
    hasEnded ? toBritish(episode.end) : '',
    hasEnded ? (episode.reasonEnded ?? '') : '',
    hasEnded ? slip(random, 0.05, episode.reasonPlacementChanged ?? '', '') : '',
    episode.homePostcode,
    slip(random, 0.004, stay.postcode, ''),
    slip(random, 0.012, isWithoutNumber(stay.type, year) ? '' : stay.urn, ''),
  ];
}

/** Supported accommodation is a code of its own from the return of 2025 on. */
function placementType(type: string, year: number): string {
  return type === 'K3' && year < 2025 ? 'H5' : type;
}

/** Supported accommodation was given no number of Ofsted's until the return of 2024. */
function isWithoutNumber(type: string, year: number): boolean {
  return type === 'K3' && year < 2024;
}

function sexCode(life: Life, year: number): string {
  if (year >= 2025) return life.sex;
  return life.sex === 'M' ? '1' : '2';
}

/** What somebody typed instead, now and then. */
function slip<T>(random: Random, probability: number, right: T, wrong: T): T {
  return random.chance(probability) ? wrong : right;
}
