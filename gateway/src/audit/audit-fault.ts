/** What PostgreSQL's codes mean to whoever looks after the gateway's database. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/^42P01$/, 'a table of the audit is gone'],
  [/^42703$/, 'a column of the audit is gone'],
  [/^42501$/, 'the right to add rows was taken away'],
  [/^22P02$/, 'a trigger or a rule that is not the platform’s keeps rows out'],
  [/^53100$/, 'its disk is full'],
  [/^(57014|55P03)$/, 'it is slow, or somebody holds a lock'],
  [/^(08|53|57P|55000|E[A-Z]+$)/, 'it does not run, or lets nobody in'],
];

/** Why the audit could not be written, in words and PostgreSQL's code; nothing of what was to be written. */
export function reasonOf(fault: unknown): string | null {
  const code = codeOf(fault);
  if (code === null) return null;
  const meaning = meanings.find(([pattern]) => pattern.test(code))?.[1];
  return meaning ? `What was found: ${meaning} (${code}).` : `PostgreSQL’s code: ${code}.`;
}

function codeOf(fault: unknown): string | null {
  if (!(fault instanceof Error)) return null;
  const inner = codeOf(fault.cause);
  if (inner !== null) return inner;
  const code = 'code' in fault ? fault.code : null;
  return typeof code === 'string' && /^([0-9A-Z]{5}|E[A-Z]{2,})$/.test(code) ? code : null;
}
