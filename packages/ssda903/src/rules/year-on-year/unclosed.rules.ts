import type { ReturnRow } from '../../checking/return-row.ts';
import { nothing, someRows } from '../row-rule.ts';
import type { Rule } from '../rule.ts';

const incidentNotContinued = someRows(
  'Missing',
  {
    code: '576',
    group: 'year-on-year',
    tables: ['Missing'],
    needsPrevious: 'Missing',
    fields: ['CHILD', 'MIS_START'],
    message:
      'There is an open missing/away from placement without authorisation period in last year’s return and there is no corresponding period recorded at the start of this year.',
    whatToDo:
      "Return the incident again, with the MIS_START it has in last year's return and the day it ended; or end it in last year's return.",
  },
  (child) => {
    const open = child
      .previousRows('Missing')
      .filter((row) => row.date('MIS_START') !== null && row.isBlank('MIS_END'));
    if (open.length === 0) return nothing;
    const begun = new Set(child.allRows('Missing').map((now) => now.date('MIS_START')));
    return open.filter((row) => !begun.has(row.date('MIS_START')));
  },
);

const orderNotContinued = someRows(
  'DoLo',
  {
    code: '706',
    group: 'year-on-year',
    tables: ['DoLo'],
    needsPrevious: 'DoLo',
    fields: ['DOLO_START'],
    message:
      'There is an open DoLO in last year’s return and there is no corresponding DoLO recorded at the start of this year..',
    whatToDo:
      "Return the order again, with the DOLO_START it has in last year's return; or end it in last year's return.",
  },
  (child) => {
    const last = byStart(child.previousRows('DoLo')).at(-1);
    if (!last?.isBlank('DOLO_END')) return nothing;
    const first = byStart(child.rows('DoLo'))[0];
    if (first?.date('DOLO_START') === last.date('DOLO_START')) return nothing;
    return [first ?? last];
  },
);

function byStart(rows: readonly ReturnRow<'DoLo'>[]): readonly ReturnRow<'DoLo'>[] {
  return rows
    .filter((row) => row.date('DOLO_START') !== null)
    .toSorted((one, other) => ((one.date('DOLO_START') ?? '') < (other.date('DOLO_START') ?? '') ? -1 : 1));
}

/**
 * The published rules on what was open at the end of last year and must come back.
 *
 * The row at fault is last year's where this year's return has none to point at.
 */
export const unclosedRules: readonly Rule[] = [incidentNotContinued, orderNotContinued];
