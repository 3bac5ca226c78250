/**
 * Days counted one by one, with nothing of the platform's own dates in it.
 *
 * The oracle tells the rules' answers a second time; were both to count days with the same functions, both would be
 * wrong together.
 */
const texts: string[] = [];
const numbers = new Map<string, number>();

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (value: number) => String(value).padStart(2, '0');

for (let year = 1985; year <= 2032; year++) {
  for (const [month, length] of monthLengths.entries()) {
    const isLeapFebruary = month === 1 && year % 4 === 0;
    for (let date = 1; date <= length + (isLeapFebruary ? 1 : 0); date++) {
      const text = `${two(date)}/${two(month + 1)}/${year}`;
      numbers.set(text, texts.length);
      texts.push(text);
    }
  }
}

/** The number of a day written `DD/MM/YYYY`, later days higher; null when there is no such day, or none is written. */
export function dayOf(text: string): number | null {
  return numbers.get(text) ?? null;
}

/** The day of a number, written `DD/MM/YYYY`. */
export function textOf(day: number): string {
  return texts[day] ?? '';
}

/** The same date `years` later, or earlier when negative: 1 March for 29 February where there is none. */
export function yearsOn(day: number, years: number): number {
  const [date, month, year] = textOf(day).split('/');
  const later = Number(year) + years;
  return dayOf(`${date}/${month}/${later}`) ?? dayOf(`01/03/${later}`) ?? Number.NaN;
}

/** The first and last day of a collection year. */
export function collectionDays(year: number): { readonly start: number; readonly end: number } {
  return { start: dayOf(`01/04/${year - 1}`) ?? Number.NaN, end: dayOf(`31/03/${year}`) ?? Number.NaN };
}
