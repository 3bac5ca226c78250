import type { CensusField, FieldForm } from './census-field.ts';

const whole: FieldForm = { kind: 'number', largest: 9999, decimals: 0 };
const equivalents: FieldForm = { kind: 'number', largest: 9999.99, decimals: 2 };
const from = 2023;

/** The first census year in which the authority's block is called `LALevel` and says what it pays besides salaries. */
export const lastYearOfLaLevelVacancies = 2023;

/** The two names of the authority's block, and the years they belong to. */
export const authorityBlocks = [
  { tag: 'LALevelVacancies', to: lastYearOfLaLevelVacancies, instead: 'LALevel' },
  { tag: 'LALevel', from, instead: 'LALevelVacancies' },
] as const;

const fields = [
  { tag: 'NumberOfVacancies', title: 'The vacancies', form: equivalents, askedOf: 'everybody' },
  { tag: 'NoAgencyFTE', title: 'The vacancies covered by agency workers', form: equivalents, askedOf: 'everybody' },
  {
    tag: 'NoAgencyHeadcount',
    title: 'The number of agency workers covering vacancies',
    form: whole,
    askedOf: 'everybody',
  },
  {
    tag: 'RecruitmentBonus',
    title: 'Payments to join',
    form: { kind: 'code', set: 'RecruitmentBonus' },
    askedOf: 'nobody',
    from,
  },
  {
    tag: 'RetentionBonus',
    title: 'Payments to remain',
    form: { kind: 'code', set: 'RetentionBonus' },
    askedOf: 'nobody',
    from,
  },
  {
    tag: 'PerformanceReward',
    title: 'Payments for performance',
    form: { kind: 'code', set: 'PerformanceReward' },
    askedOf: 'nobody',
    from,
  },
  {
    tag: 'PerformanceAward',
    title: 'Payments for performance',
    form: { kind: 'code', set: 'PerformanceReward' },
    askedOf: 'nobody',
    from,
  },
  {
    tag: 'CarAllowance',
    title: 'Payments to users of a car',
    form: { kind: 'code', set: 'CarAllowance' },
    askedOf: 'nobody',
    from,
  },
  {
    tag: 'RelocationPackage',
    title: 'Payments to move house',
    form: { kind: 'code', set: 'RelocationPackage' },
    askedOf: 'nobody',
    from,
  },
  {
    tag: 'RegionalWeighting',
    title: 'Payments for the place',
    form: { kind: 'code', set: 'RegionalWeighting' },
    askedOf: 'nobody',
    from,
  },
  {
    tag: 'CostSWE',
    title: 'The cost of registration',
    form: { kind: 'code', set: 'CostSWE' },
    askedOf: 'nobody',
    from,
  },
  {
    tag: 'CostDBS',
    title: 'The cost of disclosure checks',
    form: { kind: 'code', set: 'CostDBS' },
    askedOf: 'nobody',
    from,
  },
  { tag: 'OtherAllowances', title: 'Other payments', form: { kind: 'text', longest: 1000 }, askedOf: 'nobody', from },
] as const satisfies readonly CensusField[];

/** The tag of a field of the authority. */
export type AuthorityTag = (typeof fields)[number]['tag'];

/**
 * The fields of the authority (`LALevel`, until 2022 `LALevelVacancies`), in the order they are written in.
 *
 * The specification has `PerformanceReward` in its text and `PerformanceAward` in its layout: either is read, and kept as
 * it came. Source: as `workerFields`.
 */
export const authorityFields: readonly CensusField<AuthorityTag>[] = fields;

const byTag: ReadonlyMap<string, CensusField<AuthorityTag>> = new Map(
  authorityFields.map((field) => [field.tag, field]),
);

/** The field with a tag; undefined when the authority has none such. */
export function authorityField(tag: string): CensusField<AuthorityTag> | undefined {
  return byTag.get(tag);
}
