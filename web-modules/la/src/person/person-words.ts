import { roleName } from '@mainstay/web-kit';
import type { PersonNamedFragment } from '../generated/operations.ts';

/** A person by name; where the platform knows none, by the identifier they sign in with. */
export function personInWords(person: PersonNamedFragment | null): string {
  return person ? (person.name ?? person.id) : 'Nobody signed in';
}

/** A person with the role they have: `Chandra Moore, manager`. */
export function personWithRole(person: PersonNamedFragment): string {
  return person.role ? `${personInWords(person)}, ${asMidSentence(roleName(person.role))}` : personInWords(person);
}

/** In which role and for whom somebody acted: `Manager, Birmingham`. */
export function capacityInWords(acted: { readonly role: string | null; readonly organisation: string | null }): string {
  const words = [acted.role && roleName(acted.role), acted.organisation].filter(Boolean);
  return words.join(', ') || 'Not known';
}

/** A name of a role within a sentence; one that is a title keeps its capitals. */
function asMidSentence(role: string): string {
  return role.startsWith('Independent') ? role : role.charAt(0).toLowerCase() + role.slice(1);
}
