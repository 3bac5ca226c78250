import type { ChildRows } from '../checking/child-rows.ts';
import type { ReturnRow } from '../checking/return-row.ts';

/**
 * True when a return identifies the child as unaccompanied: by the flag of the XML form where the row came with one,
 * otherwise by a row in UASC, for which the CSV form has no other column.
 */
function isIdentified(header: ReturnRow<'Header'> | undefined, rows: readonly ReturnRow<'UASC'>[]): boolean {
  const flag = header?.source.uasc;
  return flag === undefined || flag === '' ? rows.length > 0 : flag === '1';
}

/** True when this year's return identifies the child as unaccompanied. */
export function isUnaccompanied(child: ChildRows): boolean {
  return isIdentified(child.allRows('Header')[0], child.allRows('UASC'));
}

/** True when last year's return, where it is loaded, identified the child as unaccompanied. */
export function wasUnaccompanied(child: ChildRows): boolean {
  return isIdentified(child.previousRows('Header')[0], child.previousRows('UASC'));
}

/**
 * True when the child is or was unaccompanied, by the two returns.
 *
 * Distances from home are not asked for them. The rules look back two years, of which last year's return shows one.
 */
export function isOrWasUnaccompanied(child: ChildRows): boolean {
  return isUnaccompanied(child) || wasUnaccompanied(child);
}
