import type { CensusRates, ComponentName } from '@mainstay/cswc';
import type { Indicator } from '@mainstay/subgraph-kit';

/** A rate of the census as an entry of a catalogue. */
export interface CensusIndicator extends Indicator {
  /** The rate that measures it. */
  readonly rate: keyof CensusRates;
  /** The components it is made of: whoever is left out of them is told beside it. */
  readonly components: readonly ComponentName[];
}

const source = 'Department for Education, children’s social work workforce: methodology.';
const equivalents = 'in whole-time equivalents';
const base = { goodDirection: 'LOWER', source, outcomeArticle: 22, unit: 'SHARE' } as const;
const inPost = 'Employed social workers in post on 30 September';
const noAgency = 'Agency workers.';

/** The rates of the workforce census by the published formulas, in the order they are shown. */
export const censusIndicators: readonly CensusIndicator[] = [
  {
    ...base,
    code: 'census-turnover-fte',
    title: 'Turnover',
    definition: `Social workers who left in the census year, as a share of those in post at its end, ${equivalents}.`,
    numerator: `Those who left from 1 October to 30 September, ${equivalents} of the 30 September before.`,
    denominator: `${inPost}, ${equivalents}.`,
    excluded: [noAgency, 'Those who started and left within the year.'],
    rate: 'turnoverFte',
    components: ['leavers', 'inPost'],
  },
  {
    ...base,
    code: 'census-turnover-headcount',
    title: 'Turnover, heads',
    definition: 'Social workers who left in the census year, as a share of those in post at its end, by heads.',
    numerator: 'Those who left from 1 October to 30 September.',
    denominator: `${inPost}.`,
    excluded: [noAgency, 'Those who started and left within the year.'],
    rate: 'turnoverHeadcount',
    components: ['leavers', 'inPost'],
  },
  {
    ...base,
    code: 'census-agency-fte',
    title: 'Agency workers',
    definition: `Agency workers as a share of agency workers and those in post on 30 September, ${equivalents}.`,
    numerator: `Agency workers on 30 September, ${equivalents}.`,
    denominator: `Agency workers and those in post on 30 September, ${equivalents}.`,
    excluded: [],
    rate: 'agencyFte',
    components: ['agency', 'inPost'],
  },
  {
    ...base,
    code: 'census-agency-headcount',
    title: 'Agency workers, heads',
    definition: 'Agency workers as a share of agency workers and those in post on 30 September, by heads.',
    numerator: 'Agency workers on 30 September.',
    denominator: 'Agency workers and those in post on 30 September.',
    excluded: [],
    rate: 'agencyHeadcount',
    components: ['agency', 'inPost'],
  },
  {
    ...base,
    code: 'census-agency-cover',
    title: 'Agency workers covering vacancies',
    definition: `Agency workers who cover a vacancy, as a share of all agency workers on 30 September, ${equivalents}.`,
    numerator: `Agency workers who cover a vacancy, ${equivalents}, as the authority says.`,
    denominator: `Agency workers on 30 September, ${equivalents}.`,
    excluded: [],
    goodDirection: 'NEITHER',
    rate: 'agencyCover',
    components: ['agency'],
  },
  {
    ...base,
    code: 'census-vacancy',
    title: 'Vacancies',
    definition: `Vacancies as a share of vacancies and those in post on 30 September, ${equivalents}.`,
    numerator: `Vacancies on 30 September, those covered by agency workers included, ${equivalents}.`,
    denominator: `Vacancies and employed social workers in post on 30 September, ${equivalents}.`,
    excluded: [noAgency],
    rate: 'vacancy',
    components: ['inPost'],
  },
  {
    ...base,
    code: 'census-vacancy-agency-cover',
    title: 'Vacancies covered by agency workers',
    definition: `Vacancies covered by agency workers, as a share of all vacancies on 30 September, ${equivalents}.`,
    numerator: `Agency workers who cover a vacancy, ${equivalents}, as the authority says.`,
    denominator: `Vacancies on 30 September, ${equivalents}.`,
    excluded: [],
    goodDirection: 'HIGHER',
    rate: 'vacancyAgencyCover',
    components: [],
  },
  {
    ...base,
    code: 'census-caseload',
    title: 'Caseload',
    definition: 'Cases held on 30 September for each whole-time equivalent of those who hold one or more.',
    numerator: 'Cases held on 30 September, by agency workers too.',
    denominator: `Those who hold one case or more, agency workers among them, ${equivalents}.`,
    excluded: ['Workers with a full-time equivalent of 0, and those who left.'],
    unit: 'COUNT',
    rate: 'caseload',
    components: ['cases'],
  },
  {
    ...base,
    code: 'census-absence',
    title: 'Sickness absence',
    definition:
      'Working days lost to sickness in the census year, as a share of the working days of those in post at its end: 253 for each whole-time equivalent, 254 in a year with 29 February.',
    numerator: 'Working days employed social workers lost to sickness from 1 October to 30 September.',
    denominator: `${inPost}, ${equivalents}, by the working days of the year.`,
    excluded: [noAgency],
    rate: 'absence',
    components: ['daysLost', 'inPost'],
  },
  {
    ...base,
    code: 'census-case-holders-fte',
    title: 'Case holders',
    definition: `Those whose role is case holder, as a share of those in post on 30 September, ${equivalents}.`,
    numerator: `In post on 30 September with the role of case holder, ${equivalents}.`,
    denominator: `${inPost}, ${equivalents}.`,
    excluded: [noAgency],
    goodDirection: 'NEITHER',
    rate: 'caseholderShareFte',
    components: ['byRole', 'inPost'],
  },
  {
    ...base,
    code: 'census-case-holders-headcount',
    title: 'Case holders, heads',
    definition: 'Those whose role is case holder, as a share of those in post on 30 September, by heads.',
    numerator: 'In post on 30 September with the role of case holder.',
    denominator: `${inPost}.`,
    excluded: [noAgency],
    goodDirection: 'NEITHER',
    rate: 'caseholderShareHeadcount',
    components: ['byRole', 'inPost'],
  },
];
