import { formatCount } from '@mainstay/web-kit';
import type { AuditEventRowFragment, AuditKind, AuditOutcome } from '../generated/operations.ts';

/** The kinds of event in the order offered, as words. */
export const kindsInWords: readonly { readonly kind: AuditKind; readonly words: string }[] = [
  { kind: 'READ', words: 'Opened a record' },
  { kind: 'LIST', words: 'Saw a list or figures' },
  { kind: 'CHANGE', words: 'Changed something' },
  { kind: 'BREAK_GLASS', words: 'Broke glass, or reviewed it' },
  { kind: 'POLICY', words: 'Changed who may see what' },
  { kind: 'IMPORT', words: 'Brought data in' },
  { kind: 'EXPORT', words: 'Took data out' },
  { kind: 'REFUSAL', words: 'Was refused' },
  { kind: 'SIGN_IN', words: 'Signed in' },
  { kind: 'SIGN_OUT', words: 'Signed out' },
  { kind: 'AUDIT', words: 'Looked at the audit' },
];

const outcomes: Readonly<Record<AuditOutcome, string | null>> = {
  DONE: null,
  REFUSED: 'Refused',
  FAILED: 'Failed: nothing was changed',
  INTENDED: 'Begun: another line says what came of it',
};

/** A kind of event as words. */
export function kindInWords(asked: AuditKind): string {
  return kindsInWords.find(({ kind }) => kind === asked)?.words ?? asked;
}

/** What came of it, where it is not simply done. */
export function outcomeInWords(outcome: AuditOutcome): string | null {
  return outcomes[outcome];
}

/** What was done, beyond its kind: changes, lists with their sizes, records. */
export function doingsInWords(
  event: Pick<AuditEventRowFragment, 'changes' | 'lists' | 'recordCount' | 'listedCount' | 'code'>,
): string[] {
  const words = event.changes.map(({ what, ids }) => (ids.length > 1 ? `${what} (${ids.length})` : what));
  if (event.recordCount > 0) words.push(formatCount(event.recordCount, 'record'));
  for (const { name, size } of event.lists)
    words.push(`${listInWords(name)}: ${formatCount(size, 'entry', 'entries')}`);
  if (event.listedCount > 0) words.push(`${formatCount(event.listedCount, 'child', 'children')} seen in lists`);
  if (event.code) words.push(`reason ${event.code}`);
  // An operation may read the same list under two names.
  return [...new Set(words)];
}

/** `staffMeasures` as `list of staff measures`. */
function listInWords(name: string): string {
  return `list of ${name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()}`;
}
