/** What a form's field holds, without blanks around it; empty text when it has none of that name. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
