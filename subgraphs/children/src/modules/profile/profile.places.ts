import type { Code } from '../code.ts';

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' });
const regionNames = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'none' });

/** Languages that children here use and the locale data does not name. @see ISO 639-3 */
const otherLanguages: ReadonlyMap<string, string> = new Map([
  ['bfi', 'British Sign Language'],
  ['isg', 'Irish Sign Language'],
  ['rmc', 'Carpathian Romani'],
  ['rme', 'Angloromani'],
  ['sth', 'Shelta'],
]);

/** Codes of the locale data that name no country. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** True for an ISO 639 code, in lower case, of a language with a name. */
export function isLanguage(code: string): boolean {
  return /^[a-z]{2,3}$/.test(code) && nameOfLanguage(code) !== undefined;
}

/** A language with its name in English. */
export function languageOf(code: string): Code {
  return { code, meaning: nameOfLanguage(code) ?? code };
}

/** True for an ISO 3166 code of two capital letters that names a country. */
export function isNationality(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.has(code) && regionNames.of(code) !== undefined;
}

/** A nationality by the name of the country in English. */
export function nationalityOf(code: string): Code {
  return { code, meaning: regionNames.of(code) ?? code };
}

function nameOfLanguage(code: string): string | undefined {
  return otherLanguages.get(code) ?? languageNames.of(code);
}
