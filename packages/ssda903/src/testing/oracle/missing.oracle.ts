import { episodesOf, inTime, isOneOf, type Oracles, type PlainReturn, type PlainRow } from './plain-return.ts';

const isLeaving = (row: PlainRow) => !isOneOf(row.text('REC'), '', 'X1') && row.day('DEC') !== null;

/** The episode that begins last of those begun by a day. */
const begunBy = (drawn: PlainReturn, day: number) =>
  episodesOf(drawn)
    .filter((row) => (row.day('DECOM') ?? 0) <= day)
    .at(-1);

/** True when the child left care on the day or later, or left and has not come back. */
function hasLeft(drawn: PlainReturn, since: number): boolean {
  const last = episodesOf(drawn).at(-1);
  const isGone = last !== undefined && !isOneOf(last.text('REC'), '', 'X1');
  return isGone || episodesOf(drawn).some((row) => isLeaving(row) && (row.day('DEC') ?? 0) >= since);
}

/** True when the placement of a day is over: some later episode ends it, changes of legal status left aside. */
function isPlacementOver(drawn: PlainReturn, day: number): boolean {
  const episodes = episodesOf(drawn);
  const at = episodes.findIndex((row) => row.ref === begunBy(drawn, day)?.ref);
  const there = episodes[at];
  if (!there || (there.day('DEC') ?? 1e9) <= day) return false;
  let last = at;
  while (episodes[last + 1]?.text('RNE') === 'L') last += 1;
  return episodes[last]?.day('DEC') !== null;
}

const incidents = (drawn: PlainReturn) => drawn.rows('Missing').filter((row) => row.day('MIS_START') !== null);

/** The rules on children who are missing, and on orders, told once more from their words. */
export const missingOracles: Oracles = {
  '565': (drawn) => drawn.rows('Missing').filter((row) => row.text('MISSING') === '' && row.text('MIS_START') !== ''),
  '566': (drawn) => drawn.rows('Missing').filter((row) => row.text('MISSING') === '' && row.text('MIS_END') !== ''),
  '567': (drawn) => drawn.rows('Missing').filter((row) => (row.day('MIS_END') ?? 1e9) < (row.day('MIS_START') ?? -1)),
  '570': (drawn) => drawn.rows('Missing').filter((row) => (row.day('MIS_START') ?? 0) > drawn.end),
  '571': (drawn) =>
    drawn
      .rows('Missing')
      .filter((row) => (row.day('MIS_END') ?? drawn.start) < drawn.start || (row.day('MIS_END') ?? 0) > drawn.end),
  '574': (drawn) => {
    const ordered = inTime(drawn.rows('Missing'), 'MIS_START', 'MIS_END');
    return ordered.filter((row, at) =>
      ordered.slice(0, at).some((before) => (before.day('MIS_END') ?? 1e9) > (row.day('MIS_START') ?? 0)),
    );
  },
  '575': (drawn) =>
    incidents(drawn).filter(
      (row) => row.text('MIS_END') === '' && isPlacementOver(drawn, row.day('MIS_START') ?? Number.NaN),
    ),
  '577': (drawn) =>
    incidents(drawn).filter((row) => row.text('MIS_END') === '' && hasLeft(drawn, row.day('MIS_START') ?? 0)),
  '578': (drawn) =>
    incidents(drawn).filter((row) => {
      const begun = row.day('MIS_START') ?? 0;
      const there = begunBy(drawn, begun);
      return there !== undefined && isLeaving(there) && (there.day('DEC') ?? 1e9) <= begun;
    }),
  '580': (drawn) =>
    drawn.rows('Episodes').filter((row) => {
      const left = row.day('DEC') ?? 0;
      const isMissing = drawn
        .rows('Missing')
        .some((one) => (one.day('MIS_START') ?? 1e9) < left && (one.day('MIS_END') ?? 1e9) >= left);
      return isLeaving(row) && row.text('REC') !== 'E8' && isMissing;
    }),
  '581': (drawn) =>
    incidents(drawn).filter((row) =>
      episodesOf(drawn).every((episode) => (row.day('MIS_START') ?? 0) < (episode.day('DECOM') ?? 0)),
    ),
  '586': (drawn) => drawn.rows('Missing').filter((row) => (row.day('MIS_START') ?? 1e9) < (row.day('DOB') ?? -1)),
  '702': (drawn) => drawn.rows('DoLo').filter((row) => (row.day('DOLO_END') ?? 1e9) < (row.day('DOLO_START') ?? -1)),
  '703': (drawn) => drawn.rows('DoLo').filter((row) => (row.day('DOLO_START') ?? 0) > drawn.end),
  '704': (drawn) =>
    drawn
      .rows('DoLo')
      .filter((row) => (row.day('DOLO_END') ?? drawn.start) < drawn.start || (row.day('DOLO_END') ?? 0) > drawn.end),
  '705': (drawn) => {
    const ordered = inTime(drawn.rows('DoLo'), 'DOLO_START', 'DOLO_END');
    return ordered.filter((_row, at) => at > 0 && ordered[at - 1]?.text('DOLO_END') === '');
  },
  '707': (drawn) =>
    drawn
      .rows('DoLo')
      .filter(
        (row) =>
          row.text('DOLO_START') !== '' && row.text('DOLO_END') === '' && hasLeft(drawn, row.day('DOLO_START') ?? 0),
      ),
  '708': (drawn) => drawn.rows('DoLo').filter((row) => (row.day('DOLO_START') ?? 1e9) <= (row.day('DOB') ?? -1)),
  '709': (drawn) => unfit(drawn, (place) => !isOneOf(place, '', 'K2', 'Z12', 'Z13')),
  '710': (drawn) => unfit(drawn, (place) => isOneOf(place, 'K1', 'P1', 'R5', 'K3')),
};

/** Orders with both dates, and the episodes of unfit placements they overlap. */
function unfit(drawn: PlainReturn, isUnfit: (place: string) => boolean): readonly PlainRow[] {
  const wrong = new Set<PlainRow>();
  const episodes = drawn.rows('Episodes');
  for (const order of drawn.rows('DoLo')) {
    const [start, end] = [order.day('DOLO_START'), order.day('DOLO_END')];
    if (start === null || end === null) continue;
    for (const row of episodes) {
      const isOverlap = start < (row.day('DEC') ?? 1e9) && end > (row.day('DECOM') ?? 1e9);
      if (isOverlap && isUnfit(row.text('PLACE'))) wrong.add(order).add(row);
    }
  }
  return [...wrong];
}
