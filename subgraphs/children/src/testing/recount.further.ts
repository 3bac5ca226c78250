import { addWorkingDays, ageOn, collectionYearOf, plainDate, type Period, type PlainDate } from '@mainstay/primitives';
import { isOpenOn, type ChildOfTest } from './a-child.ts';
import type { Recounted, RecountOf } from './recount.ts';

type Outcome = ChildOfTest['outcomes'][number];
type Leaver = ChildOfTest['leaver'][number];
type Member = Omit<Recounted, 'child'>;

const known = (isCounted: boolean): Member => ({ isCounted, isNotKnown: false });

/** Of a child looked after for the year to the last day: what the year's row says. */
function ofYear(read: (said: Outcome) => boolean | null | undefined, from = 0, to = 99): RecountOf {
  return (child, period) => {
    const care = child.care.find((span) => isOpenOn(span, period.to));
    const age = ageOn(plainDate(child.born), period.to);
    if (!care || care.from > addMonths(addDays(period.to, 1), -12) || age < from || age > to) return [];
    const said = child.outcomes.find(({ year }) => year === collectionYearOf(period.to));
    const answer = said ? read(said) : null;
    return [{ isCounted: answer === true, isNotKnown: answer === null || answer === undefined }];
  };
}

/** Of those with a score. */
function ofScores(member: (score: number) => Member): RecountOf {
  return (child, period) => {
    const asked = ofYear(({ sdq }) => sdq !== null, 5, 16)(child, period);
    const score = child.outcomes.find(({ year }) => year === collectionYearOf(period.to))?.sdq;
    return asked.length > 0 && score !== null && score !== undefined ? [member(score)] : [];
  };
}

function ofLeavers(from: number, to: number, member: (leaver: Leaver) => Member | null): RecountOf {
  return (child, period) => {
    const age = ageOn(plainDate(child.born), period.to);
    const said = child.leaver.find(({ year }) => year === collectionYearOf(period.to));
    if (!said || age < from || age > to || said.inTouch === 'DIED' || said.inTouch === 'RHOM') return [];
    const counted = member(said);
    return counted ? [counted] : [];
  };
}

const activity = ({ activity: said }: Leaver): string => (said ?? '0').slice(0, 1);

function absent(kind: 'M' | 'A'): RecountOf {
  return (child, period) =>
    child.care.some((span) => touches(span, period))
      ? [known(child.missing.some((incident) => incident.kind === kind && touches(incident, period)))]
      : [];
}

/** The further members of denominators, child by child, from the published definitions. */
export const furtherRecounts: Readonly<Record<string, RecountOf>> = {
  'three-or-more-placements-in-two-years': (child, { to }) => {
    const from = addMonths(addDays(to, 1), -24);
    const care = child.care.find((span) => isOpenOn(span, to));
    if (!care || care.from > from) return [];
    const lived = child.placements.filter(
      (one) =>
        !/^[TZ]/.test(one.type ?? 'U4') && !one.isShortBreak && one.from !== one.to && touches(one, { from, to }),
    );
    return [known(lived.length > 2)];
  },
  'same-worker-all-year': (child, period) => {
    const care = child.care.find((span) => isOpenOn(span, period.to));
    if (!care || care.from > period.from) return [];
    const had = child.workers.filter((worker) => touches(worker, period));
    const isCovered = daysOf(period.from, period.to).every((day) => had.some((worker) => isWith(worker, day)));
    const isSame = new Set(had.map(({ id }) => id)).size === 1 && isCovered;
    return [{ isCounted: isSame, isNotKnown: had.length === 0 }];
  },
  'worker-continuity': (child, period) =>
    daysWithWorkers(child, period).map(({ days, most, any }) => ({
      isCounted: most === days,
      isNotKnown: any === 0,
      amount: most,
      weight: days,
    })),
  'without-a-worker': (child, period) =>
    daysWithWorkers(child, period).map(({ days, any }) => ({
      isCounted: any < days,
      isNotKnown: any === 0,
      amount: days - any,
      weight: days,
    })),
  'reviews-on-time': (child, period) => reviewsOnTime(child, period),
  'health-assessment': ofYear(({ healthAssessed }) => healthAssessed),
  'dental-check': ofYear(({ teethChecked }) => teethChecked),
  immunised: ofYear(({ immunised }) => immunised),
  'development-check': ofYear(({ developmentChecked }) => developmentChecked, 0, 4),
  'substance-misuse': ofYear(({ misuse }) => misuse),
  convicted: ofYear(({ convicted }) => convicted, 10),
  'sdq-returned': (child, period) =>
    ofYear(({ sdq }) => typeof sdq === 'number', 5, 16)(child, period).map(({ isCounted }) => known(isCounted)),
  'sdq-average': ofScores((score) => ({ ...known(true), amount: score, weight: 1 })),
  'sdq-concern': ofScores((score) => known(score > 16)),
  missing: absent('M'),
  away: absent('A'),
  adopted: leftBy(/^E1[12]$/),
  'special-guardianship': leftBy(/^E4[3-8]$/),
  'returned-home': leftBy(/^E4[AB]$/),
  're-entered-within-a-year': (child, { from, to }) => {
    const starts = child.care.filter((span) => span.from >= from && span.from <= to && span.isStartKnown !== false);
    const isBack = ({ from: start }: { from: string }): boolean =>
      child.care.some(
        (before) =>
          before.from < start && before.to && before.to <= start && start <= addMonths(plainDate(before.to), 12),
      );
    return starts.length === 0 ? [] : [known(starts.some(isBack))];
  },
  'leavers-17-to-18-in-education-employment-training': ofLeavers(17, 18, (said) => ({
    isCounted: 'FP'.includes(activity(said)),
    isNotKnown: activity(said) === '0',
  })),
  'leavers-not-in-education-employment-training': ofLeavers(19, 21, (said) => ({
    isCounted: activity(said) === 'G',
    isNotKnown: activity(said) === '0',
  })),
  'leavers-not-in-touch': ofLeavers(19, 21, (said) => known(said.inTouch === 'NO' && activity(said) === '0')),
  'leavers-suitable-accommodation': ofLeavers(19, 21, ({ accommodation }) =>
    /^[GHR]/.test(accommodation ?? '')
      ? null
      : { isCounted: accommodation?.endsWith('1') ?? false, isNotKnown: !/[12]$/.test(accommodation ?? '') },
  ),
  'staying-put': (child, period) => {
    const eighteenth = child.care.find(
      ({ to, place }) =>
        to &&
        (place ?? 'U4').startsWith('U') &&
        ageOn(plainDate(child.born), plainDate(to)) === 18 &&
        ageOn(plainDate(child.born), addDays(plainDate(to), -1)) === 17,
    );
    if (!eighteenth) return [];
    return ofLeavers(18, 20, ({ accommodation }) => ({
      isCounted: accommodation?.startsWith('Z') ?? false,
      isNotKnown: !/[12]$/.test(accommodation ?? ''),
    }))(child, period);
  },
  'visits-on-time': () => [],
  ...Object.fromEntries(
    Object.entries({
      'placed-in-foster-care': /^U/,
      'placed-for-adoption': /^A/,
      'placed-with-parents': /^P1/,
      'placed-in-childrens-home': /^K[12]/,
      'placed-in-supported-accommodation': /^(K3|H5|P2)/,
      'placed-in-other-residential': /^(R|S)/,
      'placed-elsewhere': /^(T|Z|P3)/,
    }).map(([code, kind]): [string, RecountOf] => [
      code,
      (child, { to }) =>
        child.care.filter((span) => isOpenOn(span, to)).map(({ place }) => known(kind.test(place ?? 'U4'))),
    ]),
  ),
};

function leftBy(codes: RegExp): RecountOf {
  return (child, { from, to }) => {
    const [last] = child.care
      .filter((span) => span.to && span.to >= from && span.to <= to)
      .toSorted((one, other) => ((one.to ?? '') < (other.to ?? '') ? 1 : -1));
    return last && !last.isEndInferred ? [known(codes.test(last.reasonEnded ?? 'E4A'))] : [];
  };
}

/** The oldest return that the tests hold is of 2022. */
const OLDEST = '2021-04-01';

function reviewsOnTime(child: ChildOfTest, { from, to }: Period): Member[] {
  const care = child.care.find((span) => isOpenOn(span, to));
  if (!care) return [];
  const isWhole = care.from >= OLDEST && care.isStartKnown !== false;
  const held = child.reviews
    .map(({ on }) => on)
    .filter((on) => on >= care.from)
    .toSorted();
  const due: [by: string, on: string | undefined][] = held.map((on, index) => [
    addMonths(plainDate(on), isWhole && index === 0 ? 3 : 6),
    held[index + 1],
  ]);
  if (isWhole) due.unshift([addWorkingDays(plainDate(care.from), 20), held[0]]);
  const asked = due.filter(([by, on]) => by <= to && (by >= from || on === undefined || (on > by && on >= from)));
  return asked.length === 0 ? [] : [known(asked.every(([by, on]) => on !== undefined && on <= by))];
}

function daysWithWorkers(child: ChildOfTest, period: Period): { days: number; most: number; any: number }[] {
  return child.care
    .filter((span) => isOpenOn(span, period.to))
    .map((care) => {
      const days = daysOf(care.from > period.from ? plainDate(care.from) : period.from, period.to);
      const had = days.map((day) => child.workers.filter((worker) => isWith(worker, day)).map(({ id }) => id));
      const ids = new Set(child.workers.map(({ id }) => id));
      const most = Math.max(0, ...[...ids].map((id) => had.filter((one) => one.includes(id)).length));
      return { days: days.length, most, any: had.filter((one) => one.length > 0).length };
    });
}

function isWith({ from, to }: { from: string; to?: string | null }, day: string): boolean {
  return from <= day && (!to || to >= day);
}

function touches({ from, to }: { from: string; to?: string | null }, period: { from: string; to: string }): boolean {
  return from <= period.to && (!to || to >= period.from);
}

function daysOf(from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function addDays(date: PlainDate, days: number): PlainDate {
  return plainDate(Temporal.PlainDate.from(date).add({ days }).toString());
}

function addMonths(date: PlainDate, months: number): PlainDate {
  return plainDate(Temporal.PlainDate.from(date).add({ months }).toString());
}
