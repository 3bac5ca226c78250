import { yearsOn } from './calendar.ts';
import { episodesOf, isOneOf, type Oracle, type Oracles, type PlainReturn, type PlainRow } from './plain-return.ts';

/** The days of an episode: the first belongs to it, the last does not; an open one has lasted to the year's end. */
const daysOf = (row: PlainRow, { end }: PlainReturn) => (row.day('DEC') ?? end) - (row.day('DECOM') ?? Number.NaN);

const longer =
  (days: number, isKind: (row: PlainRow) => boolean): Oracle =>
  (drawn) =>
    drawn.rows('Episodes').filter((row) => isKind(row) && daysOf(row, drawn) > days);

const isPlace = (place: string) => (row: PlainRow) => row.text('PLACE') === place;
const isStatus = (status: string) => (row: PlainRow) => row.text('LS') === status;

/** Episodes of one kind that follow one another without a gap, all of them when together they last too long. */
const togetherLonger =
  (days: number, isKind: (row: PlainRow) => boolean, goesOn: (row: PlainRow) => boolean): Oracle =>
  (drawn) => {
    const runs: PlainRow[][] = [];
    for (const row of episodesOf(drawn).filter(isKind)) {
      const run = runs.at(-1);
      if (run && run.at(-1)?.text('DEC') === row.text('DECOM') && goesOn(row)) run.push(row);
      else runs.push([row]);
    }
    const until = (run: PlainRow[]) => run.at(-1)?.day('DEC') ?? drawn.end;
    return runs.filter((run) => until(run) - (run[0]?.day('DECOM') ?? Number.NaN) > days).flat();
  };

const statusLonger = (days: number, status: string) => togetherLonger(days, isStatus(status), () => true);

/** A change of legal status alone does not begin another placement. */
const placeLonger = (days: number, place: string) =>
  togetherLonger(days, isPlace(place), (row) => row.text('RNE') === 'L');

/** The rules on how long things last, told once more from their words. */
export const durationOracles: Oracles = {
  '355': (drawn) =>
    drawn.rows('Episodes').filter((row) => row.text('DEC') !== '' && row.text('DEC') === row.text('DECOM')),
  '361': statusLonger(3, 'L1'),
  '362': statusLonger(21, 'L2'),
  '363': statusLonger(7, 'L3'),
  '365': longer(17, isStatus('V3')),
  '366': (drawn) => drawn.rows('Episodes').filter((row) => isStatus('V3')(row) && !isOneOf(row.text('RNE'), 'S', '')),
  '367': (drawn) => {
    const nights = new Set<number>();
    return episodesOf(drawn)
      .filter(isStatus('V3'))
      .filter((row) => {
        const until = row.day('DEC') ?? drawn.end;
        const known = nights.size;
        for (let day = row.day('DECOM') ?? until; day < until; day++) nights.add(day);
        const inTwelveMonths = [...nights].filter((day) => day >= yearsOn(until, -1) && day < until);
        return nights.size > known && inTwelveMonths.length > 75;
      });
  },
  '375': placeLonger(42, 'T1'),
  '376': placeLonger(21, 'T3'),
  '379': placeLonger(7, 'T4'),
};
