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

/** Codes of the locale data that name no one language. */
const NO_LANGUAGE = new Set(['mis', 'mul', 'und', 'zxx']);

/** Second codes of languages that have another. */
const SECOND_CODE = new Set(['bh', 'tw']);

/** Codes of the locale data that name no country, or none that anybody is a national of. */
const NO_COUNTRY = new Set('AC AQ BV CP CQ DG EA EU EZ HM IC QO TA TF UM UN XA XB ZZ'.split(' '));

/** A child of no nationality. @see ICAO Doc 9303, part 3, section 5 */
const STATELESS: Code = { code: 'XXA', meaning: 'Stateless' };

/** True for the shortest ISO 639 code, in lower case, of a language with a name. */
export function isLanguage(code: string): boolean {
  if (!/^[a-z]{2,3}$/.test(code) || NO_LANGUAGE.has(code) || SECOND_CODE.has(code)) return false;
  return Intl.getCanonicalLocales(code)[0] === code && nameOfLanguage(code) !== undefined;
}

/** A language with its name in English. */
export function languageOf(code: string): Code {
  return { code, meaning: nameOfLanguage(code) ?? code };
}

/** True for the present ISO 3166 code of two capital letters that names a country, and for `XXA`, stateless. */
export function isNationality(code: string): boolean {
  if (code === STATELESS.code) return true;
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRY.has(code)) return false;
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` && regionNames.of(code) !== undefined;
}

/** A nationality by the name of the country in English. */
export function nationalityOf(code: string): Code {
  return code === STATELESS.code ? STATELESS : { code, meaning: regionNames.of(code) ?? code };
}

function nameOfLanguage(code: string): string | undefined {
  return otherLanguages.get(code) ?? languageNames.of(code);
}

/** Every language that can be chosen, by name. */
export function allLanguages(): Code[] {
  languages ??= codesOf('abcdefghijklmnopqrstuvwxyz', [2, 3]).filter(isLanguage).map(languageOf).toSorted(byMeaning);
  return languages;
}

/** Every nationality that can be chosen, by the name of the country. */
export function allNationalities(): Code[] {
  nationalities ??= [...codesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ', [2]).filter(isNationality), STATELESS.code]
    .map(nationalityOf)
    .toSorted(byMeaning);
  return nationalities;
}

// The locale data can be asked for a name and not for its codes: every code is asked for, once.
let languages: Code[] | null = null;
let nationalities: Code[] | null = null;

function codesOf(letters: string, lengths: readonly number[]): string[] {
  const longer = (codes: readonly string[]): string[] =>
    codes.flatMap((code) => letters.split('').map((one) => code + one));
  return lengths.flatMap((length) => {
    let codes = [''];
    for (let at = 0; at < length; at++) codes = longer(codes);
    return codes;
  });
}

function byMeaning(one: Code, other: Code): number {
  return one.meaning.localeCompare(other.meaning, 'en-GB');
}
