import type { CensusField, FieldForm } from './census-field.ts';

const date: FieldForm = { kind: 'date' };
const share: FieldForm = { kind: 'number', largest: 1, decimals: 6 };
const pounds: FieldForm = { kind: 'number', largest: 999_999.99, decimals: 2 };

const fields = [
  {
    tag: 'AgencyWorker',
    title: 'Agency worker or not',
    form: { kind: 'code', set: 'AgencyWorker' },
    askedOf: 'everybody',
  },
  { tag: 'SWENo', title: "The regulator's number", form: { kind: 'swe-number' }, askedOf: 'everybody' },
  { tag: 'FTE', title: 'The full-time equivalent on 30 September', form: share, askedOf: 'everybody' },
  { tag: 'PersonBirthDate', title: 'The date of birth', form: date, askedOf: 'employed' },
  {
    tag: 'GenderCurrent',
    title: 'The gender',
    form: { kind: 'code', set: 'GenderCurrent' },
    askedOf: 'employed',
    to: 2023,
    instead: 'Sex',
  },
  {
    tag: 'Sex',
    title: 'The sex',
    form: { kind: 'code', set: 'Sex' },
    askedOf: 'employed',
    from: 2023,
    instead: 'GenderCurrent',
  },
  { tag: 'Ethnicity', title: 'The ethnicity', form: { kind: 'code', set: 'Ethnicity' }, askedOf: 'employed' },
  {
    tag: 'QualInst',
    title: 'The qualifying institution',
    form: { kind: 'text', longest: 200 },
    askedOf: 'employed',
    to: 2023,
  },
  {
    tag: 'QualLevel',
    title: 'The level of qualification',
    form: { kind: 'code', set: 'QualLevel' },
    askedOf: 'employed',
  },
  {
    tag: 'StepUpGrad',
    title: 'Graduate of Step Up to Social Work or not',
    form: { kind: 'code', set: 'StepUpGrad' },
    askedOf: 'employed',
  },
  { tag: 'OrgRole', title: 'The role', form: { kind: 'code', set: 'OrgRole' }, askedOf: 'employed' },
  { tag: 'RoleStartDate', title: 'The first day in post', form: date, askedOf: 'employed' },
  {
    tag: 'StartOrigin',
    title: 'Where the worker came from',
    form: { kind: 'code', set: 'StartOrigin' },
    askedOf: 'employed',
  },
  { tag: 'RoleEndDate', title: 'The last day in post', form: date, askedOf: 'leavers' },
  {
    tag: 'LeaverDestination',
    title: 'Where the worker went',
    form: { kind: 'code', set: 'LeaverDestination' },
    askedOf: 'leavers',
  },
  { tag: 'ReasonLeave', title: 'Why the worker left', form: { kind: 'code', set: 'ReasonLeave' }, askedOf: 'leavers' },
  {
    tag: 'FTE30',
    title: 'The full-time equivalent on 30 September of the year before',
    form: share,
    askedOf: 'employed',
  },
  {
    tag: 'Cases30',
    title: 'The cases held on 30 September',
    form: { kind: 'number', largest: 9999, decimals: 0 },
    askedOf: 'all-but-leavers',
  },
  {
    tag: 'WorkingDaysLost',
    title: 'The working days lost to sickness',
    form: { kind: 'number', largest: 999.99, decimals: 2 },
    askedOf: 'employed',
  },
  {
    tag: 'ContractWeeks',
    title: 'The length of the contract in weeks',
    form: { kind: 'number', largest: 500, decimals: 1 },
    askedOf: 'nobody',
  },
  {
    tag: 'FrontlineGrad',
    title: 'Graduate of Frontline or not',
    form: { kind: 'code', set: 'FrontlineGrad' },
    askedOf: 'employed',
  },
  {
    tag: 'Absat30Sept',
    title: 'Absent on 30 September or not',
    form: { kind: 'code', set: 'Absat30Sept' },
    askedOf: 'nobody',
  },
  {
    tag: 'ReasonAbsence',
    title: 'The reason for absence',
    form: { kind: 'code', set: 'ReasonAbsence' },
    askedOf: 'nobody',
  },
  {
    tag: 'CFKSSstatus',
    title: 'The stage of the knowledge and skills statement',
    form: { kind: 'code', set: 'CFKSSstatus' },
    askedOf: 'employed',
    to: 2023,
  },
  {
    tag: 'BaseSalary',
    title: 'The annual base salary',
    form: pounds,
    askedOf: 'employed',
    from: 2023,
    askedFrom: 2025,
  },
  {
    tag: 'RRPayments',
    title: 'Payments for recruitment and retention in the year',
    form: pounds,
    askedOf: 'nobody',
    from: 2023,
  },
  { tag: 'OtherPayments', title: 'Other payments in the year', form: pounds, askedOf: 'nobody', from: 2023 },
] as const satisfies readonly CensusField[];

/** The tag of a worker's field. */
export type WorkerTag = (typeof fields)[number]['tag'];

/**
 * The fields of one worker (`CSWWWorker`), in the order they are written in.
 *
 * The form changed between 2022 and 2024; a census of 2023 may have either. Source: Department for Education, children's
 * social work workforce census 2024 to 2025, business and technical specification, and the schema of 2022.
 */
export const workerFields: readonly CensusField<WorkerTag>[] = fields;

const byTag: ReadonlyMap<string, CensusField<WorkerTag>> = new Map(fields.map((field) => [field.tag, field]));

/** The field with a tag; undefined when workers have none such. */
export function workerField(tag: string): CensusField<WorkerTag> | undefined {
  return byTag.get(tag);
}
