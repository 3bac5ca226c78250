import { episodesOf, inTime, isOneOf, type Oracles, type PlainReturn, type PlainRow } from './plain-return.ts';

const isShortBreak = (row: PlainRow) => isOneOf(row.text('LS'), 'V3', 'V4');

/** In care on a day's end: an episode has begun, and not ceased. */
const isOpenOn = (row: PlainRow, day: number) =>
  (row.day('DECOM') ?? 1e9) <= day && (row.day('DEC') === null || (row.day('DEC') ?? 0) > day);

/** In care, short breaks apart, at the end of 31 March. */
const isInCare = (drawn: PlainReturn) =>
  episodesOf(drawn).some((row) => isOpenOn(row, drawn.end) && !isShortBreak(row));

const workersOf = (drawn: PlainReturn) => inTime(drawn.rows('SWEpisodes'), 'SW_DECOM', 'SW_DEC');

/** Episodes open on some day of the year. */
const inYear = (drawn: PlainReturn) =>
  episodesOf(drawn).filter((row) => (row.day('DECOM') ?? 1e9) <= drawn.end && (row.day('DEC') ?? 1e9) >= drawn.start);

/** Looked after without a break for the twelve months to 31 March: no short break, start or end between. */
function isAllYear(drawn: PlainReturn): boolean {
  const episodes = inYear(drawn);
  const coversStart = episodes.some((row) => (row.day('DECOM') ?? 1e9) <= drawn.start);
  const startsAnew = episodes.some((row) => row.text('RNE') === 'S' && (row.day('DECOM') ?? 0) > drawn.start);
  const leaves = episodes.some((row) => !isOneOf(row.text('REC'), '', 'X1') && (row.day('DEC') ?? 1e9) <= drawn.end);
  return coversStart && !startsAnew && !leaves && !episodes.some(isShortBreak) && isInCare(drawn);
}

const healthItems = [
  'CONVICTED',
  'HEALTH_CHECK',
  'IMMUNISATIONS',
  'TEETH_CHECK',
  'HEALTH_ASSESSMENT',
  'SUBSTANCE_MISUSE',
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
];

const asked = ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'];

const filled = (drawn: PlainReturn, ...columns: readonly string[]) =>
  drawn.rows('OC2').filter((row) => columns.some((column) => row.text(column) !== ''));

/** The rules on who is looked after, and since when, told once more from their words. */
export const careOracles: Oracles = {
  '185': (drawn) => (isAllYear(drawn) ? [] : filled(drawn, 'SDQ_SCORE')),
  '190': (drawn) => (isAllYear(drawn) ? [] : filled(drawn, ...healthItems)),
  '198': (drawn) => (isAllYear(drawn) ? [] : filled(drawn, 'SDQ_REASON')),
  '191': (drawn) => {
    if (!isAllYear(drawn)) return [];
    if (drawn.rows('OC2').length === 0) return episodesOf(drawn).slice(-1);
    return drawn.rows('OC2').filter((row) => asked.some((column) => row.text(column) === ''));
  },
  '426': (drawn) => {
    const breaks = inYear(drawn).filter(isShortBreak);
    return new Set(breaks.map((row) => row.text('LS'))).size === 2 ? breaks : [];
  },
  SW11bSTG2: (drawn) => {
    const last = workersOf(drawn).at(-1);
    const ended = last?.day('SW_DEC') ?? null;
    return last && ended !== null && ended < drawn.end && isInCare(drawn) ? [last] : [];
  },
  SW12STG2: (drawn) => {
    const [first] = episodesOf(drawn);
    if (!first || !isInCare(drawn)) return [];
    const workers = workersOf(drawn);
    if (workers.length === 0) return episodesOf(drawn).slice(-1);
    const due = Math.max(drawn.start, first.day('DECOM') ?? 0);
    return workers.slice(0, 1).filter((row) => (row.day('SW_DECOM') ?? 0) > due);
  },
  SW17STG2: (drawn) =>
    isInCare(drawn)
      ? workersOf(drawn)
          .slice(-1)
          .filter((row) => row.text('SW_DEC') !== '')
      : [],
};
