import type { ReturnRow } from '../../checking/return-row.ts';
import { countUntil } from '../spans.ts';

type Decision = ReturnRow<'PlacedAdoption'>;

/** How many decisions there were by some day. */
export interface DecisionCounts {
  readonly all: number;
  /** Those that give a date, readable or not. */
  readonly dated: number;
  /** Those of which the day or the reason of the reversal is blank. */
  readonly open: number;
}

const none: DecisionCounts = { all: 0, dated: 0, open: 0 };

interface Dated {
  readonly row: Decision;
  /** Blank where the day cannot be read, so that it comes before all others. */
  readonly day: string;
}

const dayOf = ({ day }: Dated) => day;

const isOpen = (row: Decision) => row.isBlank('DATE_PLACED_CEASED') || row.isBlank('REASON_PLACED_CEASED');

/** The decisions to place a child for adoption, by day. */
export class DecisionsByDay {
  readonly #sorted: readonly Dated[];
  /** The counts with each decision and all before it. */
  readonly #counts: readonly DecisionCounts[];

  constructor(rows: readonly Decision[]) {
    this.#sorted = rows
      .map((row) => ({ row, day: row.date('DATE_PLACED') ?? '' }))
      .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
    let counts = none;
    this.#counts = this.#sorted.map(({ row }) => {
      const { all, dated, open } = counts;
      counts = {
        all: all + 1,
        dated: row.isBlank('DATE_PLACED') ? dated : dated + 1,
        open: isOpen(row) ? open + 1 : open,
      };
      return counts;
    });
  }

  /** How many decisions there were by the end of `day`. */
  until(day: string): DecisionCounts {
    return this.#counts[this.#count(day) - 1] ?? none;
  }

  /** The decisions by the end of `day` whose reversal is not told in full; none for an empty string. */
  openUntil(day: string): readonly Decision[] {
    const decided = day === '' ? [] : this.#sorted.slice(0, this.#count(day));
    return decided.map(({ row }) => row).filter(isOpen);
  }

  #count(day: string): number {
    return countUntil(this.#sorted, day, { dayOf, isIncluded: true });
  }
}
