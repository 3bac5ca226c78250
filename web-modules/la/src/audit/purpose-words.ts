/** The purposes that the platform gives, by how they begin; a machine's is in the words it was registered with. */
const purposes: readonly { readonly begins: string; readonly words: string }[] = [
  { begins: 'care', words: 'Looking after children' },
  { begins: 'sign-in', words: 'Signing in' },
  { begins: 'import', words: 'Importing a return' },
  { begins: 'inspection ', words: 'Inspection' },
  { begins: 'break-glass ', words: 'Broken glass' },
  { begins: 'operation of the platform', words: 'Running the service' },
  { begins: 'none', words: 'Not known' },
];

/** What something was done for, in words; `purpose` is as the audit writes it. */
export function purposeInWords(purpose: string): string {
  const known = purposes.find(({ begins }) => (begins.endsWith(' ') ? purpose.startsWith(begins) : purpose === begins));
  return known?.words ?? purpose;
}
