/** The census writes so many characters: two letters and ten digits. */
const LONGEST = 12;

/**
 * A regulator's number as it is compared: in capital letters, without zeros after the letters. The workforce census writes
 * `SW0000123456` where the return of looked after children may write `SW123456`; both are one person's.
 */
export function plainNumber(number: string): string {
  return number
    .trim()
    .toUpperCase()
    .replace(/^([A-Z]+)0+(?=\d)/, '$1');
}

/** True when two texts are the number of one person. */
export function isSameNumber(one: string, other: string): boolean {
  return one === other || plainNumber(one) === plainNumber(other);
}

/**
 * The ways in which records may write a regulator's number, so that they are found by an index: the one given, and with up to
 * as many zeros as the census writes, in capital and in small letters and with the first one capital.
 */
export function formsOfNumber(number: string): string[] {
  const plain = plainNumber(number);
  const [, letters = '', digits] = /^([A-Z]+)(\d.*)$/.exec(plain) ?? [];
  const zeros = digits === undefined ? 0 : Math.max(0, LONGEST - plain.length);
  const upper = Array.from({ length: zeros + 1 }, (_, many) =>
    digits === undefined ? plain : `${letters}${'0'.repeat(many)}${digits}`,
  );
  const inLetters = upper.flatMap((form) => {
    const small = form.toLowerCase();
    return [form, small, form.charAt(0) + small.slice(1)];
  });
  return [...new Set([number, ...inLetters])];
}
