import { addDays, ageOn } from '@mainstay/primitives';
import { workingDaysOf } from '../rates/rates.ts';
import { workerRule, type WorkerRule } from './worker-rule.ts';

/** The youngest and oldest that a social worker can be taken to be. */
const ages = { youngest: 18, oldest: 90 };

const recorded = { keepsWorkerOut: false } as const;

/** Rules about elements that contradict each other, the year or a person's age. */
export const senseRules: readonly WorkerRule[] = [
  workerRule({
    ...recorded,
    code: 'CW301',
    message: 'The worker left, and the full-time equivalent (FTE) is not 0. Enter 0; FTE30 says what was lost.',
    fields: ['FTE', 'RoleEndDate'],
    breaks: ({ worker, isLeaver }) => isLeaver && worker.fte !== null && worker.fte > 0,
  }),
  workerRule({
    ...recorded,
    code: 'CW302',
    message: 'The worker left, and cases are given (Cases30). Leave them out: those who left hold none.',
    fields: ['Cases30'],
    breaks: ({ row, isLeaver }) => isLeaver && row.cells.Cases30 !== undefined,
  }),
  workerRule({
    ...recorded,
    code: 'CW303',
    message: 'The worker did not leave, and the full-time equivalent (FTE) is 0. Enter it, or when the worker left.',
    fields: ['FTE'],
    breaks: ({ worker, isLeaver }) => !isLeaver && worker.fte === 0,
  }),
  workerRule({
    ...recorded,
    code: 'CW304',
    message:
      'The last day in post (RoleEndDate) is not between 1 October and 30 September of the census year. Correct it, or leave the worker out.',
    fields: ['RoleEndDate'],
    breaks: ({ worker: { endedOn }, period }) => endedOn !== null && (endedOn < period.from || endedOn > period.to),
  }),
  workerRule({
    ...recorded,
    code: 'CW305',
    message:
      'The first day in post (RoleStartDate) is after 30 September of the census year. Correct it, or leave the worker out.',
    fields: ['RoleStartDate'],
    breaks: ({ worker: { startedOn }, period }) => startedOn !== null && startedOn > period.to,
  }),
  workerRule({
    ...recorded,
    code: 'CW306',
    message: 'The last day in post (RoleEndDate) is before the first (RoleStartDate). Correct one of them.',
    fields: ['RoleStartDate', 'RoleEndDate'],
    breaks: ({ worker: { startedOn, endedOn } }) => startedOn !== null && endedOn !== null && endedOn < startedOn,
  }),
  workerRule({
    ...recorded,
    code: 'CW307',
    message: 'The worker started and left within the census year. Leave out those who did.',
    fields: ['RoleStartDate', 'RoleEndDate'],
    breaks: ({ worker: { startedOn, endedOn }, period, isLeaver }) =>
      isLeaver &&
      startedOn !== null &&
      endedOn !== null &&
      startedOn >= period.from &&
      startedOn <= endedOn &&
      endedOn <= period.to,
  }),
  workerRule({
    ...recorded,
    code: 'CW308',
    message: 'The date of birth (PersonBirthDate) is after 30 September of the census year. Correct it.',
    fields: ['PersonBirthDate'],
    breaks: ({ worker: { bornOn }, period }) => bornOn !== null && bornOn > period.to,
  }),
  workerRule({
    ...recorded,
    code: 'CW309',
    message:
      'The first day in post (RoleStartDate) is before the date of birth (PersonBirthDate). Correct one of them.',
    fields: ['PersonBirthDate', 'RoleStartDate'],
    breaks: ({ worker: { bornOn, startedOn } }) => bornOn !== null && startedOn !== null && startedOn < bornOn,
  }),
  workerRule({
    ...recorded,
    code: 'CW310',
    message: 'The worker is under 18 or over 90 on 30 September by the date of birth (PersonBirthDate). Check it.',
    fields: ['PersonBirthDate'],
    breaks({ worker: { bornOn }, period }) {
      if (bornOn === null || bornOn > period.to) return false;
      const age = ageOn(bornOn, period.to);
      return age < ages.youngest || age > ages.oldest;
    },
  }),
  workerRule({
    ...recorded,
    code: 'CW311',
    message: 'The worker was under 18 on the first day in post (RoleStartDate). Check it and the date of birth.',
    fields: ['PersonBirthDate', 'RoleStartDate'],
    breaks: ({ worker: { bornOn, startedOn } }) =>
      bornOn !== null && startedOn !== null && bornOn <= startedOn && ageOn(bornOn, startedOn) < ages.youngest,
  }),
  workerRule({
    ...recorded,
    code: 'CW312',
    message:
      'The worker started in the census year, and the full-time equivalent of the year before (FTE30) is not 0. Correct it, or RoleStartDate.',
    fields: ['FTE30', 'RoleStartDate'],
    breaks: ({ worker: { startedOn, fteBefore, isAgency }, period }) =>
      isAgency === false && startedOn !== null && startedOn >= period.from && fteBefore !== null && fteBefore > 0,
  }),
  workerRule({
    ...recorded,
    code: 'CW313',
    message:
      'The worker left, was in post a year ago, and the full-time equivalent then (FTE30) is 0. Enter what was lost.',
    fields: ['FTE30'],
    breaks: ({ worker: { startedOn, fteBefore }, period, isLeaver }) =>
      isLeaver && fteBefore === 0 && startedOn !== null && startedOn <= addDays(period.from, -1),
  }),
  workerRule({
    ...recorded,
    code: 'CW314',
    message:
      'A reason for absence (ReasonAbsence) is given, and the worker is not absent on 30 September (Absat30Sept). Take the reason out, or enter 1.',
    fields: ['ReasonAbsence', 'Absat30Sept'],
    breaks: ({ row: { cells } }) => cells.ReasonAbsence !== undefined && cells.Absat30Sept !== '1',
  }),
  workerRule({
    ...recorded,
    code: 'CW315',
    message: 'The worker is absent on 30 September (Absat30Sept), and the reason (ReasonAbsence) is missing. Enter it.',
    fields: ['ReasonAbsence'],
    breaks: ({ row: { cells } }) => cells.Absat30Sept === '1' && cells.ReasonAbsence === undefined,
  }),
  workerRule({
    ...recorded,
    code: 'CW316',
    message: 'The worker left, and is absent on 30 September (Absat30Sept). Leave it out.',
    fields: ['Absat30Sept'],
    breaks: ({ row: { cells }, isLeaver }) => isLeaver && cells.Absat30Sept === '1',
  }),
  workerRule({
    ...recorded,
    code: 'CW317',
    message: 'More days were lost to sickness (WorkingDaysLost) than the year has working days. Correct it.',
    fields: ['WorkingDaysLost'],
    breaks: ({ worker: { daysLost }, year }) => daysLost !== null && daysLost > workingDaysOf(year),
  }),
  workerRule({
    ...recorded,
    code: 'CW318',
    message: 'The role (OrgRole) is qualified without cases, and cases are held (Cases30). Correct one of them.',
    fields: ['OrgRole', 'Cases30'],
    breaks: ({ worker: { orgRole, cases }, isLeaver }) => !isLeaver && orgRole === '6' && (cases ?? 0) > 0,
  }),
  workerRule({
    ...recorded,
    code: 'CW319',
    message: 'Cases are held (Cases30), and the full-time equivalent (FTE) is 0. Correct one of them.',
    fields: ['Cases30', 'FTE'],
    breaks: ({ worker: { cases, fte }, isLeaver }) => !isLeaver && (cases ?? 0) > 0 && fte === 0,
  }),
];
