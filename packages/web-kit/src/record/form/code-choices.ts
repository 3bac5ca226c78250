import { systemClock } from '@mainstay/primitives';
import { codeSet, type CodeSetName } from '@mainstay/ssda903/code-sets';
import type { Choice } from '../../components/fields.tsx';

/** What can be chosen of a code set of the return today, with what each code means; `without` leaves codes out. */
export function codeChoices(set: CodeSetName, without: readonly string[] = []): readonly Choice[] {
  const year = Number(systemClock.today().slice(0, 4));
  return codeSet(set)
    .codes.filter(({ code, to }) => !without.includes(code) && (to ?? year) >= year)
    .map(({ code, meaning }) => ({ value: code, text: meaning }));
}
