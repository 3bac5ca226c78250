import type { Day } from './day.ts';
import { drawExit } from './exit.ts';
import { drawLegalStatuses } from './legal-statuses.ts';
import { drawStays, type Stay } from './stays.ts';
import type { Places } from './postcodes.ts';
import type { Random } from './random.ts';

/** A row of the return's table Episodes, in days. */
export interface Episode {
  readonly start: Day;
  readonly end: Day | null;
  readonly reasonStarted: 'S' | 'L' | 'P' | 'T' | 'B' | 'U';
  readonly legalStatus: string;
  readonly need: string;
  readonly stay: Stay;
  readonly reasonEnded: string | null;
  readonly reasonPlacementChanged: string | null;
  readonly homePostcode: string;
}

/** What a time in care is drawn from. */
export interface CareOptions {
  readonly random: Random;
  readonly born: Day;
  readonly entry: Day;
  readonly isUnaccompanied: boolean;
  readonly places: Places;
}

const needs = [
  ['N1', 66],
  ['N2', 3],
  ['N3', 3],
  ['N4', 8],
  ['N5', 13],
  ['N6', 1],
  ['N8', 6],
] as const;

/** Draws one time in care, from its first day to its last, as the chain of episodes that the return wants. */
export function buildCare(options: CareOptions): Episode[] {
  const { random, born, entry, isUnaccompanied, places } = options;
  const exit = drawExit(random, { born, entry, isUnaccompanied });
  const statuses = drawLegalStatuses(random, { born, entry, exit, isUnaccompanied });
  const isByAgreement = (from: Day): boolean =>
    statuses.some(({ status }, index) => status === 'V2' && (statuses[index + 1]?.start ?? exit.day) > from);
  const stays = drawStays(random, { born, entry, exit, isUnaccompanied, isByAgreement, places });
  const need = isUnaccompanied ? 'N8' : random.weighted(needs);
  const home = isUnaccompanied ? '' : places.home(random).postcode;
  const starts = [...new Set([...statuses.map((s) => s.start), ...stays.map((s) => s.start)])].sort((a, b) => a - b);
  return starts.map((start, index): Episode => {
    const next = starts[index + 1] ?? null;
    const stay = current(stays, start);
    const nextStay = next === null ? null : current(stays, next);
    return {
      start,
      end: next ?? exit.day,
      reasonStarted: index === 0 ? 'S' : reasonStarted(statuses, stays, start),
      legalStatus: current(statuses, start).status,
      need,
      stay,
      reasonEnded: next === null ? exit.reason : 'X1',
      reasonPlacementChanged: nextStay && nextStay !== stay ? nextStay.reason : null,
      homePostcode: home,
    };
  });
}

function current<T extends { readonly start: Day }>(items: readonly T[], on: Day): T {
  const found = items.findLast((item) => item.start <= on);
  if (!found) throw new RangeError('A time in care has no beginning.');
  return found;
}

function reasonStarted(
  statuses: readonly { start: Day }[],
  stays: readonly Stay[],
  start: Day,
): Episode['reasonStarted'] {
  const isNewStatus = statuses.some((status) => status.start === start);
  const stay = stays.find((candidate) => candidate.start === start);
  if (!stay) return 'L';
  if (stay.isSameCarer) return isNewStatus ? 'U' : 'T';
  return isNewStatus ? 'B' : 'P';
}
