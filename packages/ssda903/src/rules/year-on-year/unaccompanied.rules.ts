import type { ChildRows } from '../../checking/child-rows.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import { eachRow, nothing } from '../row-rule.ts';
import { isUnaccompanied, wasUnaccompanied } from '../unaccompanied.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

/** A rule on how being unaccompanied follows from last year; a child who is new this year is not judged. */
function unaccompanied(
  text: Pick<Rule, 'code' | 'message' | 'whatToDo' | 'fields'>,
  table: 'Header' | 'UASC',
  isFault: (child: ChildRows, context: CheckContext) => boolean,
): Rule {
  return {
    group: 'year-on-year',
    tables: ['UASC', 'Header'],
    needsPrevious: ['UASC', 'Header'],
    ...text,
    check(child, context): readonly Finding[] {
      const row = child.rows(table)[0];
      if (!row || child.previousRows('Header').length === 0) return nothing;
      return isFault(child, context) ? [{ row: row as ReturnRow }] : nothing;
    },
  };
}

/** True when the status ceased before the year began, by the date in that row. */
function ceasedBefore(row: ReturnRow<'UASC'> | undefined, { start }: CheckContext): boolean {
  const ceased = row?.date('DUC') ?? null;
  return ceased !== null && ceased < start;
}

/** The published rules on unaccompanied children in both years. */
export const unaccompaniedComparingRules: readonly Rule[] = [
  unaccompanied(
    {
      code: '205A',
      fields: ['CHILD'],
      message:
        'Child identified as UASC last year is no longer UASC this year, but date UASC ceased in both years does not support this.',
      whatToDo: 'Add the child to UASC again, with the day the status ceased if it did; or add that day to last year.',
    },
    'Header',
    (child, context) => {
      if (!wasUnaccompanied(child) || isUnaccompanied(child)) return false;
      return !ceasedBefore(child.previousRows('UASC')[0], context);
    },
  ),
  unaccompanied(
    {
      code: '205B',
      fields: ['DUC'],
      message:
        'Child previously identified as UASC is also UASC this year, but date UASC ceased in both years does not support this.',
      whatToDo: 'Correct DUC, or take the child out of UASC if the status ceased before this year.',
    },
    'UASC',
    (child, context) =>
      isUnaccompanied(child) &&
      wasUnaccompanied(child) &&
      (ceasedBefore(child.previousRows('UASC')[0], context) || ceasedBefore(child.rows('UASC')[0], context)),
  ),
  eachRow(
    'UASC',
    {
      code: '205C',
      group: 'year-on-year',
      tables: ['UASC', 'Header'],
      fields: ['DUC'],
      message: 'Child not identified as UASC either this year or last year but date UASC ceased has been provided.',
      whatToDo: 'Take DUC out, or enter 1 in UASC if the child is or was unaccompanied in the year.',
      cannotRun: 'Only the UASC table holds DUC, and a child in that table is identified as UASC by being there.',
      readsUascFlag: true,
    },
    (row, child) => !row.isBlank('DUC') && !isUnaccompanied(child) && !wasUnaccompanied(child),
  ),
  unaccompanied(
    {
      code: '205D',
      fields: ['CHILD'],
      message: 'Child identified as UASC this year but not identified as UASC status provided for the child last year.',
      whatToDo: 'Take the child out of UASC, or add the child to UASC of last year.',
    },
    'UASC',
    (child) => isUnaccompanied(child) && !wasUnaccompanied(child),
  ),
];
