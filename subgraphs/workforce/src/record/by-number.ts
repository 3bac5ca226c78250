import { formsOfNumber, plainNumber } from '@mainstay/primitives';
import DataLoader from 'dataloader';

/**
 * A loader of what is on record under the numbers of workers, however a record writes them: a census may have been the first
 * to name somebody, or the return of looked after children. One fetch for all asked for at a time. Make one per request.
 *
 * @param find fetches the rows under any of these forms of the numbers.
 */
export function manyByNumber<Row>(
  find: (forms: readonly string[]) => Promise<readonly Row[]>,
  numberOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (numbers) => {
    const found = Map.groupBy(await find(formsOf(numbers)), (row) => plainNumber(numberOf(row)));
    return numbers.map((number) => found.get(plainNumber(number)) ?? []);
  });
}

/** The same of one row each. @param choose chooses among several; there is one at least. */
export function oneByNumber<Row>(
  find: (forms: readonly string[]) => Promise<readonly Row[]>,
  numberOf: (row: Row) => string,
  choose: (rows: readonly Row[], number: string) => Row | undefined,
): DataLoader<string, Row | null> {
  return new DataLoader(async (numbers) => {
    const found = Map.groupBy(await find(formsOf(numbers)), (row) => plainNumber(numberOf(row)));
    return numbers.map((number) => choose(found.get(plainNumber(number)) ?? [], number) ?? null);
  });
}

/** Every form of these numbers, each once. */
export function formsOf(numbers: readonly string[]): string[] {
  return [...new Set(numbers.flatMap(formsOfNumber))];
}
