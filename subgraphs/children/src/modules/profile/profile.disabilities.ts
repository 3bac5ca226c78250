import type { Code } from '../code.ts';

/** The disabilities of the children in need census but `NONE`, which is an answer of its own. @see CIN census, item N00099 */
const disabilities: ReadonlyMap<string, string> = new Map([
  ['MOB', 'Mobility: getting about the house and beyond'],
  ['HAND', 'Hand function: holding and touching'],
  ['PC', 'Personal care: eating, washing, going to bed, dressing'],
  ['INC', 'Incontinence'],
  ['COMM', 'Communication: speaking with and understanding others'],
  ['LD', 'Learning'],
  ['HEAR', 'Hearing'],
  ['VIS', 'Vision'],
  ['BEH', 'Behaviour'],
  ['CON', 'Consciousness: seizures and the like'],
  ['AUT', 'Autism, as diagnosed by a doctor'],
  ['DDA', 'Another disability as the Equality Act 2010 means it'],
]);

/** True for a code of the children in need census that names a disability. */
export function isDisability(code: string): boolean {
  return disabilities.has(code);
}

/** A disability with what its code means. */
export function disabilityOf(code: string): Code {
  return { code, meaning: disabilities.get(code) ?? code };
}

/** Every disability that can be chosen, in the order of the census. */
export function allDisabilities(): Code[] {
  return [...disabilities.keys()].map(disabilityOf);
}
