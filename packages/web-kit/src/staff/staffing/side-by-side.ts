import { formatCount, formatDate } from '../../format/format.ts';
import type { StaffingSideBySideQuery } from '../../generated/operations.ts';
import { countInWords, missingInWords, shortResult } from '../../measure/measure-words.ts';
import type { Measure } from '../../measure/measure.ts';
import { formatLoad } from '../caseload/caseload-words.ts';
import { formatFte } from '../employment/staff-words.ts';
import { supportInWords } from '../team/attention.ts';

type Authority = NonNullable<StaffingSideBySideQuery['localAuthority']>;

/** An employer with what is told of its staff. */
export type StaffedEmployer = Omit<Authority, 'practices'> | Authority['practices'][number];

/** A figure in the table, and what there is to say of it. */
export interface Told {
  readonly value: string;
  readonly note: string;
}

/** A line of the table: what is told, and how of each employer. */
export interface ToldLine {
  readonly title: string;
  readonly told: (employer: StaffedEmployer) => Told;
}

const keptBack: Told = { value: 'Kept back', note: 'You may not see this of these staff.' };

/** What is told of each employer's staff, in the order of what a child feels first. */
export function linesOf(employers: readonly StaffedEmployer[]): readonly ToldLine[] {
  return [
    ...measureLines(employers, ({ childMeasures }) => childMeasures),
    { title: 'Changes of worker for each year in care', told: changes },
    ...measureLines(employers, ({ staffMeasures }) => staffMeasures),
    { title: 'Children to lead, today', told: caseload },
    { title: 'Vacant posts today', told: vacancies },
    { title: 'Supervision overdue today', told: supervision },
    { title: 'Learning behind today', told: learning },
    { title: 'Registration not in force, or ending within 90 days', told: registration },
    { title: 'Front-line staff to administrators', told: support },
  ];
}

function measureLines(
  employers: readonly StaffedEmployer[],
  measuresOf: (employer: StaffedEmployer) => readonly Measure[],
): ToldLine[] {
  const titles = new Map(
    employers.flatMap((one) => measuresOf(one).map(({ indicator }) => [indicator.code, indicator.title] as const)),
  );
  return [...titles].map(([code, title]) => ({
    title,
    told: (employer) => {
      const measure = measuresOf(employer).find(({ indicator }) => indicator.code === code);
      if (!measure) return keptBack;
      const { result } = measure;
      const note = result.__typename === 'Known' ? (countInWords(measure, result) ?? '') : missingInWords(result).text;
      return { value: shortResult(measure), note };
    },
  }));
}

function changes({ workerChanges }: StaffedEmployer): Told {
  if (!workerChanges)
    return {
      value: 'Kept back',
      note: 'The history of every child lies behind it: it is told to the authority’s own staff.',
    };
  const { changes: count, children, perChildYear } = workerChanges;
  return {
    value: perChildYear === null ? 'None in care' : perChildYear.toFixed(2),
    note: `${formatCount(count, 'change')} for ${formatCount(children, 'child', 'children')}`,
  };
}

function caseload({ caseloads }: StaffedEmployer): Told {
  if (!caseloads) return keptBack;
  const { childrenPerFullTimeEquivalent: mean, byWorker, withoutLead } = caseloads;
  const over = byWorker.filter(({ limit }) => limit?.state === 'CROSSED').length;
  const notes = [
    over > 0 && `${formatCount(over, 'worker')} over the limit`,
    withoutLead > 0 && `${formatCount(withoutLead, 'child has', 'children have')} no social worker`,
  ];
  return {
    value: mean === null ? 'Not known' : `${formatLoad(mean)} for each whole-time equivalent`,
    note: notes.filter(Boolean).join('; '),
  };
}

function vacancies({ staffing }: StaffedEmployer): Told {
  if (!staffing) return keptBack;
  const { vacantFullTimeEquivalent, establishedFullTimeEquivalent, agencyCoverFullTimeEquivalent } = staffing;
  if (establishedFullTimeEquivalent === 0) return { value: 'Not known', note: 'No posts are on record.' };
  return {
    value: `${formatFte(vacantFullTimeEquivalent)} whole-time`,
    note: `of ${formatFte(establishedFullTimeEquivalent)}; agency workers cover ${formatFte(agencyCoverFullTimeEquivalent)}`,
  };
}

function supervision({ staffing, supportDue: { counts } }: StaffedEmployer): Told {
  if (!staffing) return keptBack;
  return {
    value: String(counts.supervisionOverdue),
    note: `of ${formatCount(counts.workers, 'person', 'people')}; ${counts.supervisionPaused} paused while away`,
  };
}

function learning({ staffing, supportDue: { counts } }: StaffedEmployer): Told {
  if (!staffing) return keptBack;
  return { value: String(counts.learningBehind), note: `of ${formatCount(counts.learners, 'social worker')}` };
}

function registration({ staffing, registrationsExpiring }: StaffedEmployer): Told {
  if (!staffing) return keptBack;
  const over = registrationsExpiring.filter(({ status }) => status !== 'REGISTERED').length;
  const soonest = registrationsExpiring.find(({ status }) => status === 'REGISTERED');
  return {
    value: `${over} not in force, ${registrationsExpiring.length - over} ending`,
    note: soonest ? `the first on ${formatDate(soonest.expiresOn)}` : '',
  };
}

function support({ staffing }: StaffedEmployer): Told {
  if (!staffing) return keptBack;
  return { value: supportInWords(staffing.support), note: '' };
}
