import { yearsOn } from './calendar.ts';
import { inTime, isOneOf, type Oracle, type Oracles, type PlainReturn, type PlainRow } from './plain-return.ts';

const episodes = (drawn: PlainReturn) => inTime(drawn.rows('Episodes'), 'DECOM', 'DEC');

/** The episode that was open at the end of last year's return; null when the last had ceased. */
function leftOpen(drawn: PlainReturn): PlainRow | null {
  const last = inTime(drawn.previousRows('Episodes'), 'DECOM', 'DEC').at(-1);
  return last && last.text('DEC') === '' ? last : null;
}

/** The first episode, when it disagrees with the one left open last year. */
const firstEpisode =
  (disagrees: (now: PlainRow, before: PlainRow) => boolean): Oracle =>
  (drawn) => {
    const before = leftOpen(drawn);
    const first = episodes(drawn).slice(0, 1);
    return before ? first.filter((now) => disagrees(now, before)) : [];
  };

/** The header, when a value of both years differs. */
const headerDiffers =
  (column: string, same = (now: string, before: string) => now === before): Oracle =>
  (drawn) => {
    const before = drawn.previousRows('Header')[0]?.text(column) ?? '';
    return drawn.rows('Header').filter((now) => {
      return now.text(column) !== '' && before !== '' && !same(now.text(column), before);
    });
  };

const sex = (code: string) => (isOneOf(code, '1', 'M') ? 'male' : isOneOf(code, '2', 'F') ? 'female' : code);

/** The decision that was made last in last year's return. */
const decidedBefore = (drawn: PlainReturn) =>
  inTime(drawn.previousRows('PlacedAdoption'), 'DATE_PLACED', 'DATE_PLACED_CEASED').at(-1);

const isReversed = (row: PlainRow) => row.text('DATE_PLACED_CEASED') !== '' || row.text('REASON_PLACED_CEASED') !== '';
const made = (row: PlainRow) => row.day('DATE_PLACED');

/** A value that both years give, and that differs. */
const differs = (column: string) => (now: PlainRow, before: PlainRow) =>
  now.text(column) !== '' && before.text(column) !== '' && now.text(column) !== before.text(column);

/** Rows of care leavers that say anything, when something else rules it out. */
const leavers =
  (isRuledOut: (drawn: PlainReturn) => boolean): Oracle =>
  (drawn) =>
    isRuledOut(drawn)
      ? drawn.rows('OC3').filter((row) => ['IN_TOUCH', 'ACTIV', 'ACCOM'].some((item) => row.text(item) !== ''))
      : [];

/** The nights a child was looked after other than in short breaks, in both returns. */
function nightsInCare(drawn: PlainReturn): ReadonlySet<number> {
  const nights = new Set<number>();
  const count = (rows: readonly PlainRow[], end: number) => {
    for (const row of rows) {
      if (isOneOf(row.text('LS'), 'V3', 'V4')) continue;
      const until = row.day('DEC') ?? end + 1;
      for (let day = row.day('DECOM') ?? until; day < until; day++) nights.add(day);
    }
  };
  count(drawn.previousRows('Episodes'), drawn.start - 1);
  count(drawn.rows('Episodes'), drawn.end);
  return nights;
}

/** The rules that compare with last year's return, told once more from their words. */
export const lastYearOracles: Oracles = {
  '199': (drawn) => {
    const isAdopted = (row: PlainRow) => isOneOf(row.text('REC'), 'E11', 'E12');
    const before = inTime(drawn.previousRows('Episodes'), 'DECOM', 'DEC').find(isAdopted);
    const adopted = before ?? episodes(drawn).find(isAdopted);
    return adopted
      ? episodes(drawn)
          .filter((row) => (row.day('DECOM') ?? 0) > (adopted.day('DECOM') ?? 0))
          .slice(0, 1)
      : [];
  },
  '202': headerDiffers('SEX', (now, before) => sex(now) === sex(before)),
  '203': headerDiffers('DOB'),
  '204': headerDiffers('ETHNIC'),
  '207': (drawn) => {
    const wasMother = drawn.previousRows('Header')[0]?.text('MOTHER') === '1';
    return drawn.rows('Header').filter((row) => wasMother && row.text('MOTHER') !== '1');
  },
  '502': firstEpisode((now, before) => now.text('DECOM') !== before.text('DECOM')),
  '503A': firstEpisode(differs('RNE')),
  '503B': firstEpisode(differs('LS')),
  '503C': firstEpisode(differs('CIN')),
  '503D': (drawn) => {
    // Codes that ended, and those that followed them in the same placements.
    const supported = drawn.year === 2025 || drawn.year === 2026 ? ['H5 K3'] : [];
    const renamed = [...supported, ...(drawn.year === 2026 ? ['Z1 Z11', 'Z1 Z12', 'Z1 Z13', 'Z1 Z14'] : [])];
    return firstEpisode((now, before) => {
      return differs('PLACE')(now, before) && !renamed.includes(`${before.text('PLACE')} ${now.text('PLACE')}`);
    })(drawn);
  },
  '503E': firstEpisode((now, before) => now.text('PLACE_PROVIDER') !== before.text('PLACE_PROVIDER')),
  '503F': firstEpisode((now, before) => now.text('URN') !== before.text('URN')),
  '559': (drawn) => {
    const isMade = drawn.previousRows('PlacedAdoption').some((row) => row.text('DATE_PLACED') !== '');
    return isMade
      ? []
      : drawn.rows('PlacedAdoption').filter((row) => (row.day('DATE_PLACED') ?? drawn.start) < drawn.start);
  },
  '560': (drawn) => {
    const before = decidedBefore(drawn);
    if (!before || before.text('DATE_PLACED_CEASED') !== '') return [];
    const decisions = drawn.rows('PlacedAdoption').filter((row) => made(row) !== null);
    return decisions.some((row) => made(row) === made(before)) ? [] : decisions;
  },
  '561': (drawn) => {
    const before = decidedBefore(drawn);
    return before && isReversed(before) ? drawn.rows('PlacedAdoption').filter((row) => made(row) === made(before)) : [];
  },
  '562': (drawn) => {
    const isOpen = leftOpen(drawn) !== null;
    return episodes(drawn)
      .slice(0, 1)
      .filter((row) => (row.day('DECOM') ?? drawn.start) < drawn.start && !isOpen);
  },
  '576': (drawn) =>
    drawn.previousRows('Missing').filter((before) => {
      const isBack = drawn.rows('Missing').some((row) => row.text('MIS_START') === before.text('MIS_START'));
      return before.text('MIS_START') !== '' && before.text('MIS_END') === '' && !isBack;
    }),
  '584': (drawn) => {
    const before = decidedBefore(drawn);
    if (!before || !isReversed(before)) return [];
    return drawn.rows('PlacedAdoption').filter((row) => made(row) !== null && (made(row) ?? 0) <= (made(before) ?? 0));
  },
  '1000': leavers((drawn) =>
    [...drawn.rows('Episodes'), ...drawn.previousRows('Episodes')].some((row) => row.text('REC') === 'E2'),
  ),
  '1001': leavers((drawn) => {
    const born = drawn.rows('Header')[0]?.day('DOB') ?? null;
    if (born === null) return false;
    const nights = [...nightsInCare(drawn)];
    const since14 = nights.filter((night) => night >= yearsOn(born, 14));
    const since16 = nights.filter((night) => night >= yearsOn(born, 16));
    return since14.length < 91 || since16.length === 0;
  }),
  '1011': leavers((drawn) => episodes(drawn).at(-1)?.text('REC') === 'E3'),
};
