import { bornOf, episodesOf, inTime, isOneOf, type Oracles, type PlainReturn, type PlainRow } from './plain-return.ts';

const items = ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'];

const isForAdoption = (row: PlainRow) => isOneOf(row.text('PLACE'), 'A3', 'A4', 'A5', 'A6');
const isAdopted = (row: PlainRow) => isOneOf(row.text('REC'), 'E11', 'E12');
const dated = (drawn: PlainReturn) => inTime(drawn.rows('PlacedAdoption'), 'DATE_PLACED', 'DATE_PLACED_CEASED');

/** The rows of both sides of every pair that disagrees, each once. */
function bothOf(
  ones: readonly PlainRow[],
  others: readonly PlainRow[],
  isWrong: (one: PlainRow, other: PlainRow) => boolean,
): readonly PlainRow[] {
  const wrong = new Set<PlainRow>();
  for (const one of ones) {
    for (const other of others) {
      if (isWrong(one, other)) wrong.add(one).add(other);
    }
  }
  return [...wrong];
}

const isBefore = (one: number | null, other: number | null) => one !== null && other !== null && one < other;

/** The rules on adoption, told once more from their words. */
export const adoptionOracles: Oracles = {
  '117': (drawn) => {
    const last = episodesOf(drawn).findLast((row) => row.text('REC') !== 'X1');
    const isAfter = (row: PlainRow, day: number | null) =>
      isBefore(day, row.day('DATE_PLACED')) || isBefore(day, row.day('DATE_PLACED_CEASED'));
    const late = drawn.rows('PlacedAdoption').filter((row) => isAfter(row, drawn.end));
    const left = bothOf(drawn.rows('PlacedAdoption'), last ? [last] : [], (row, one) => isAfter(row, one.day('DEC')));
    return [...late, ...left];
  },
  '118': (drawn) => {
    const first = episodesOf(drawn).find((row) => !isOneOf(row.text('LS'), 'V3', 'V4'));
    const isLate = isBefore(drawn.start, first?.day('DECOM') ?? null);
    const wrong = bothOf(drawn.rows('PlacedAdoption'), first && isLate ? [first] : [], (decision, begun) =>
      isBefore(decision.day('DATE_PLACED_CEASED'), begun.day('DECOM')),
    );
    const tooEarly = drawn.rows('PlacedAdoption').filter((row) => isBefore(row.day('DATE_PLACED_CEASED'), drawn.start));
    return [...wrong, ...tooEarly];
  },
  '134': (drawn) =>
    bothOf(
      drawn.rows('OC3').filter((row) => ['IN_TOUCH', 'ACTIV', 'ACCOM'].some((item) => row.text(item) !== '')),
      drawn.rows('AD1').filter((row) => items.some((item) => row.text(item) !== '')),
      () => true,
    ),
  '184': (drawn) => drawn.rows('PlacedAdoption').filter((row) => isBefore(row.day('DATE_PLACED'), bornOf(drawn))),
  '331': (drawn) => {
    // Goes back through changes of legal status alone to the first day with the adopters.
    const episodes = episodesOf(drawn);
    const firsts = episodes.flatMap((row, at) => {
      if (!isAdopted(row)) return [];
      const changes = episodes.slice(0, at + 1).findLastIndex((one, index) => index === 0 || one.text('RNE') !== 'L');
      return episodes.slice(changes, changes + 1);
    });
    return bothOf(drawn.rows('AD1'), firsts, (details, placed) =>
      isBefore(placed.day('DECOM'), details.day('DATE_MATCH')),
    );
  },
  '333': (drawn) =>
    drawn.rows('AD1').filter((row) => {
      if (row.text('DATE_MATCH') === '') return false;
      return row.text('DATE_INT') === '' || isBefore(row.day('DATE_MATCH'), row.day('DATE_INT'));
    }),
  '334': (drawn) =>
    bothOf(
      drawn.rows('AD1'),
      episodesOf(drawn)
        .filter((row) => row.text('RNE') === 'S')
        .slice(-1),
      (details, begun) => isBefore(details.day('DATE_INT'), begun.day('DECOM')),
    ),
  '335': (drawn) =>
    bothOf(drawn.rows('AD1'), drawn.rows('Episodes').filter(isAdopted), (details, adopted) => {
      const contradictions = ['0 A3', '0 A5', '1 A4', '1 A6'];
      return contradictions.includes(`${details.text('FOSTER_CARE')} ${adopted.text('PLACE')}`);
    }),
  '336': (drawn) => {
    const episodes = episodesOf(drawn);
    return episodes.filter((row, at) => {
      const place = episodes[at - 1]?.text('PLACE') ?? '';
      const isFoster = isOneOf(place, 'A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6');
      return isOneOf(row.text('PLACE'), 'A3', 'A5') && place !== '' && !isFoster;
    });
  },
  '390': (drawn) =>
    drawn.rows('Episodes').filter((row) => isAdopted(row) && row.text('PLACE') !== '' && !isForAdoption(row)),
  '408': (drawn) =>
    drawn.rows('Episodes').filter((row) => isOneOf(row.text('PLACE'), 'A5', 'A6') && row.text('LS') !== 'E1'),
  '516': (drawn) =>
    drawn
      .rows('Episodes')
      .filter(
        (row) =>
          isOneOf(row.text('REC'), 'E45', 'E46') && !isOneOf(row.text('PLACE'), '', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'),
      ),
  '521': (drawn) =>
    bothOf(drawn.rows('AD1'), episodesOf(drawn).filter(isForAdoption), (details, placed) =>
      isBefore(placed.day('DECOM'), details.day('DATE_INT')),
    ),
  '523': (drawn) =>
    bothOf(drawn.rows('AD1'), dated(drawn).slice(-1), (details, decision) => {
      return details.text('DATE_INT') !== '' && details.text('DATE_INT') !== decision.text('DATE_PLACED');
    }),
  '525': (drawn) =>
    bothOf(
      drawn.rows('AD1').filter((row) => items.some((item) => row.text(item) !== '')),
      drawn.rows('PlacedAdoption').filter((row) => row.text('DATE_PLACED_CEASED') !== ''),
      () => true,
    ),
  '551': (drawn) => {
    const placed = drawn.rows('Episodes').filter(isForAdoption);
    const isDecided = drawn.rows('PlacedAdoption').some((row) => row.text('DATE_PLACED') !== '');
    return placed.length === 0 || isDecided ? [] : [...placed, ...drawn.rows('PlacedAdoption')];
  },
  '552': (drawn) =>
    bothOf(dated(drawn).slice(0, 1), episodesOf(drawn).filter(isForAdoption), (decision, placed) =>
      isBefore(placed.day('DECOM'), decision.day('DATE_PLACED')),
    ),
  '553': (drawn) => {
    const ordered = drawn.rows('Episodes').filter((row) => row.text('LS') === 'E1');
    const isDecided = drawn.rows('PlacedAdoption').some((row) => row.text('DATE_PLACED') !== '');
    return ordered.length === 0 || isDecided ? [] : [...ordered, ...drawn.rows('PlacedAdoption')];
  },
  '554': (drawn) => {
    const decisions = dated(drawn);
    const episodes = episodesOf(drawn);
    // A period of care begins with S, or after a gap.
    let period = 0;
    const periods = episodes.map((row, at) => {
      if (row.text('RNE') === 'S' || isBefore(episodes[at - 1]?.day('DEC') ?? null, row.day('DECOM'))) period += 1;
      return period;
    });
    const ordered = episodes.filter((row, at) => {
      const hadOne = episodes.some(
        (other, index) => index < at && periods[index] === periods[at] && other.text('LS') === 'E1',
      );
      return row.text('LS') === 'E1' && !hadOne;
    });
    return bothOf(decisions.slice(0, 1), ordered, (decision, order) =>
      isBefore(order.day('DECOM'), decision.day('DATE_PLACED')),
    );
  },
  '557': (drawn) => {
    const orders = drawn.year < 2025 ? ['E1', 'D1'] : ['E1'];
    const wrong = episodesOf(drawn).flatMap((row) => {
      if (isOneOf(row.text('REC'), '', 'X1', 'E11', 'E12')) return [];
      const decisions = drawn.rows('PlacedAdoption').filter((one) => !isBefore(row.day('DEC'), one.day('DATE_PLACED')));
      const open = decisions.filter((one) =>
        ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'].some((it) => one.text(it) === ''),
      );
      const isDecided = decisions.some((one) => one.text('DATE_PLACED') !== '');
      const isMeant = isForAdoption(row) || orders.includes(row.text('LS')) || isDecided;
      return isMeant && (decisions.length === 0 || open.length > 0) ? [row, ...open] : [];
    });
    return [...new Set(wrong)];
  },
  '558': (drawn) => {
    const last = episodesOf(drawn).at(-1);
    const latest = dated(drawn).at(-1) ?? drawn.rows('PlacedAdoption').at(-1);
    return last && latest && isAdopted(last) && latest.text('DATE_PLACED_CEASED') !== '' ? [last, latest] : [];
  },
  '563': (drawn) =>
    drawn
      .rows('PlacedAdoption')
      .filter(
        (row) =>
          row.text('DATE_PLACED') === '' && row.text('DATE_PLACED_CEASED') + row.text('REASON_PLACED_CEASED') !== '',
      ),
  '579': (drawn) => {
    const decisions = dated(drawn);
    return decisions.filter((row, at) =>
      decisions
        .slice(0, at)
        .some(
          (before) =>
            before.text('DATE_PLACED_CEASED') === '' ||
            isBefore(row.day('DATE_PLACED'), before.day('DATE_PLACED_CEASED')),
        ),
    );
  },
  '582': (drawn) =>
    bothOf(drawn.rows('AD1'), drawn.rows('Episodes').filter(isAdopted), (details, adopted) => {
      return adopted.text('DEC') !== '' && adopted.text('DEC') === details.text('DATE_MATCH');
    }),
  '583': (drawn) =>
    dated(drawn)
      .slice(0, -1)
      .filter((row) => row.text('DATE_PLACED_CEASED') === ''),
  '602': (drawn) => {
    const isInYear = (row: PlainRow) => (row.day('DEC') ?? 0) >= drawn.start && (row.day('DEC') ?? 1e9) <= drawn.end;
    return drawn.rows('Episodes').some((row) => isAdopted(row) && isInYear(row))
      ? []
      : drawn.rows('AD1').filter((row) => items.some((item) => row.text(item) !== ''));
  },
};
