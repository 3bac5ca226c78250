/**
 * The values of p, corrected for making several tests (Holm, A Simple Sequentially Rejective Multiple Test Procedure,
 * 1979), in the order given. Tests that were not made count for nothing.
 */
export function holm(values: readonly (number | null)[]): (number | null)[] {
  const made = values.flatMap((p, index) => (p === null ? [] : [{ p, index }])).toSorted((a, b) => a.p - b.p);
  const corrected: (number | null)[] = values.map(() => null);
  let largest = 0;
  for (const [rank, { p, index }] of made.entries()) {
    largest = Math.max(largest, Math.min(1, p * (made.length - rank)));
    corrected[index] = largest;
  }
  return corrected;
}
