import { episodesOf, inTime, isOneOf, type Oracle, type Oracles, type PlainRow } from './plain-return.ts';

/** Judges each episode with the one before it. */
const pairs =
  (isWrong: (before: PlainRow, row: PlainRow) => boolean, blamed: 'before' | 'row' = 'row'): Oracle =>
  (drawn) => {
    const episodes = episodesOf(drawn);
    return episodes.flatMap((row, at) => {
      const before = episodes[at - 1];
      return before && isWrong(before, row) ? [blamed === 'row' ? row : before] : [];
    });
  };

const hasLeft = (row: PlainRow) => !isOneOf(row.text('REC'), '', 'X1');
const samePlacement = (one: PlainRow, other: PlainRow) =>
  ['PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'].every((column) => one.text(column) === other.text(column));
const sameStatus = (one: PlainRow, other: PlainRow) => one.text('LS') === other.text('LS');
const isTemporary = (row: PlainRow) => /^T[0-4]$/.test(row.text('PLACE'));

/** The rules on the order of episodes and social workers, told once more from their words. */
export const sequenceOracles: Oracles = {
  '142': pairs((before) => before.text('DEC') === '', 'before'),
  '225': pairs(
    (before, row) =>
      before.text('REC') === 'X1' &&
      isOneOf(row.text('RNE'), 'P', 'T', 'B', 'U') &&
      !isTemporary(before) &&
      !isTemporary(row) &&
      before.text('REASON_PLACE_CHANGE') === '',
    'before',
  ),
  '226': (drawn) => {
    const episodes = episodesOf(drawn);
    return episodes.filter((row, at) => {
      const next = episodes[at + 1];
      return row.text('REASON_PLACE_CHANGE') !== '' && (isTemporary(row) || (next !== undefined && isTemporary(next)));
    });
  },
  '357': (drawn) =>
    episodesOf(drawn)
      .slice(0, 1)
      .filter((row) => (row.day('DECOM') ?? 0) >= drawn.start && !isOneOf(row.text('RNE'), 'S', '')),
  '383': (drawn) => {
    const episodes = episodesOf(drawn);
    return episodes.filter((row, at) => {
      const [normal, before] = [episodes[at - 2], episodes[at - 1]];
      if (!normal || !before || !isTemporary(before)) return false;
      const columns = drawn.year >= 2026 ? ['PLACE', 'PL_POST'] : ['PLACE'];
      return row.text('RNE') !== 'P' || columns.some((column) => row.text(column) !== normal.text(column));
    });
  },
  '388': (drawn) =>
    episodesOf(drawn).filter((row) => {
      const isFollowed = episodesOf(drawn).some(
        (other) => other.ref !== row.ref && other.text('DECOM') === row.text('DEC'),
      );
      return row.text('REC') === 'X1' && !isFollowed;
    }),
  '431': pairs((before, row) => row.text('RNE') === 'S' && row.text('DECOM') === before.text('DEC')),
  '432': pairs((before, row) => hasLeft(before) && !isOneOf(row.text('RNE'), 'S', '')),
  '433': pairs(
    (before, row) =>
      !isOneOf(row.text('RNE'), 'S', '') && before.text('DEC') !== '' && before.text('DEC') !== row.text('DECOM'),
  ),
  '434': pairs((before, row) => row.text('RNE') === 'L' && !(!sameStatus(before, row) && samePlacement(before, row))),
  '435': pairs(
    (before, row) => isOneOf(row.text('RNE'), 'P', 'T') && !(sameStatus(before, row) && !samePlacement(before, row)),
  ),
  '436': pairs(
    (before, row) => isOneOf(row.text('RNE'), 'B', 'U') && !(!sameStatus(before, row) && !samePlacement(before, row)),
  ),
  '437': pairs((before) => isOneOf(before.text('REC'), 'E2', 'E15', 'E17'), 'before'),
  '501': pairs((before, row) => (row.day('DECOM') ?? 0) < (before.day('DEC') ?? 0)),
  '504': (drawn) => {
    let first: PlainRow | undefined;
    return episodesOf(drawn).filter((row, at, all) => {
      const before = all[at - 1];
      if (before?.text('REC') !== 'X1' || before.text('DEC') !== row.text('DECOM')) first = row;
      return row.text('CIN') !== '' && row.text('CIN') !== first?.text('CIN');
    });
  },
  SW10STG2: (drawn) => {
    const workers = inTime(drawn.rows('SWEpisodes'), 'SW_DECOM', 'SW_DEC');
    return workers.filter((row, at) => {
      const ended = workers[at - 1]?.day('SW_DEC') ?? null;
      // The seven days, and the exception for a first contact, came in 2025.
      const isExcepted = drawn.year >= 2025 && row.text('SW_REASON') === 'FCONTA';
      return !isExcepted && ended !== null && (row.day('SW_DECOM') ?? 0) < ended - (drawn.year >= 2025 ? 7 : 0);
    });
  },
};
