import { isPlainDate } from '@mainstay/primitives';
import { isCensusCode } from '../code-sets/code-sets.ts';
import type { CensusField } from '../fields/census-field.ts';
import { isCollectedIn } from '../fields/census-field.ts';
import { numberOf } from '../fields/census-worker.ts';
import { workerFields, type WorkerTag } from '../fields/worker-fields.ts';
import { workerRule, type WorkerRule } from './worker-rule.ts';

/** What keeps a value from being one, in words; null when it is one. `year` decides which codes there are. */
export function formFaultOf({ form }: CensusField, text: string, year: number): string | null {
  switch (form.kind) {
    case 'number':
      return numberFault(form, text);
    case 'code':
      return isCensusCode(form.set, text, year) ? null : 'is not a code of the census of this year';
    case 'date':
      return isPlainDate(text) ? null : 'is not a day that exists, written YYYY-MM-DD';
    case 'text':
      return text.length <= form.longest ? null : `is longer than ${form.longest} characters`;
    case 'swe-number':
      return /^[A-Za-z]{2}\d{10}$/.test(text) ? null : 'is not two letters followed by ten digits';
  }
}

function numberFault({ largest, decimals }: { largest: number; decimals: number }, text: string): string | null {
  const number = numberOf(text);
  if (number === null) return 'is not a number written in digits, such as 0.8';
  if (number > largest) return `is above ${largest}, the most it can be`;
  return (text.split('.')[1] ?? '').length > decimals
    ? decimals === 0
      ? 'is not a whole number'
      : `has more than ${decimals} decimal places`
    : null;
}

/** The fields that figures are made of: a worker whose own are unusable is not loaded. */
const needed: ReadonlySet<WorkerTag> = new Set([
  'AgencyWorker',
  'FTE',
  'FTE30',
  'Cases30',
  'WorkingDaysLost',
  'RoleStartDate',
  'RoleEndDate',
]);

const ofForm = (isWanted: (tag: WorkerTag) => boolean): WorkerRule['check'] =>
  function* check({ row, year }) {
    for (const field of workerFields) {
      const text = row.cells[field.tag];
      if (text === undefined || !isWanted(field.tag) || !isCollectedIn(field, year)) continue;
      const fault = formFaultOf(field, text, year);
      if (fault !== null) yield { fields: [field.tag], message: `${field.title} (${field.tag}) ${fault}. Correct it.` };
    }
  };

/** Rules about what a worker's elements look like. */
export const formRules: readonly WorkerRule[] = [
  workerRule({
    code: 'CW101',
    message: "The worker has no regulator's number (SWENo). Enter the number at Social Work England.",
    keepsWorkerOut: true,
    fields: ['SWENo'],
    breaks: ({ row }) => row.cells.SWENo === undefined,
  }),
  {
    code: 'CW102',
    message:
      "The regulator's number (SWENo) is not two letters followed by ten digits. Enter the number at Social Work England, filled up with zeros after the letters.",
    keepsWorkerOut: true,
    check: ({ row: { cells } }) =>
      cells.SWENo !== undefined && !/^[A-Za-z]{2}\d{10}$/.test(cells.SWENo) ? [{ fields: ['SWENo'] }] : [],
  },
  workerRule({
    code: 'CW103',
    message: 'It is not said whether the worker is an agency worker (AgencyWorker). Enter 1 for yes or 0 for no.',
    keepsWorkerOut: true,
    fields: ['AgencyWorker'],
    breaks: ({ row }) => row.cells.AgencyWorker === undefined,
  }),
  workerRule({
    code: 'CW104',
    message: 'The full-time equivalent (FTE) is missing. Enter it, 0 for those who left.',
    keepsWorkerOut: true,
    fields: ['FTE'],
    breaks: ({ row, isLeaver }) => row.cells.FTE === undefined && !isLeaver,
  }),
  {
    code: 'CW105',
    message:
      'A value that figures and joins rest on cannot be used: a number (FTE 0 to 1, FTE30, cases, days lost) or a day in post (CCYY-MM-DD). Correct it.',
    keepsWorkerOut: true,
    check: ofForm((tag) => needed.has(tag)),
  },
  {
    code: 'CW106',
    message: 'An element says what it cannot say. Correct it.',
    keepsWorkerOut: false,
    check: ofForm((tag) => !needed.has(tag) && tag !== 'SWENo'),
  },
  {
    code: 'CW107',
    message: 'An element is there twice, so it is not known which is right. Keep one of them.',
    keepsWorkerOut: true,
    check: ({ row: { repeated } }) => (repeated.length > 0 ? [{ fields: repeated }] : []),
  },
  {
    code: 'CW108',
    message: 'The census of this year does not have this element. Leave it out.',
    keepsWorkerOut: false,
    *check({ row, year }) {
      for (const field of workerFields) {
        if (row.cells[field.tag] === undefined || isCollectedIn(field, year)) continue;
        yield { fields: [field.tag], message: wrongYear(field, year) };
      }
    },
  },
];

/** The words for an element of another year's form. */
export function wrongYear(field: Pick<CensusField, 'tag' | 'from' | 'to' | 'instead'>, year: number): string {
  const { tag, from, to, instead } = field;
  const when =
    to !== undefined && year > to ? `has not been in the census since ${to + 1}` : `is in the census since ${from}`;
  return `${tag} ${when}. ${instead ? `Use ${instead} instead.` : 'Leave it out.'}`;
}
