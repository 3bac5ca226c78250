/** The text typed into a field, without the space around it; empty when there is none. */
export function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** What is ticked of the checkboxes of a name, in their order. */
export function readTicked(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

/** The entries of a field that takes several, one in a line or with commas between them; each once. */
export function readEntries(form: FormData, name: string): string[] {
  const entries = readText(form, name)
    .split(/[\n,;]/)
    .map((entry) => entry.trim());
  return [...new Set(entries.filter(Boolean))];
}
