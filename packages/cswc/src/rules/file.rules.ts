import type { CensusRule, Finding } from '../checking/fault.ts';
import { authorityBlocks, authorityFields } from '../fields/authority-fields.ts';
import { isCollectedIn } from '../fields/census-field.ts';
import { numberOf } from '../fields/census-worker.ts';
import type { CensusFile } from '../reading/census-file.ts';
import { formFaultOf, wrongYear } from './form.rules.ts';

/** A rule that judges the header and the authority's block. */
export interface FileRule extends CensusRule {
  check(census: CensusFile): Iterable<Finding & { readonly line?: number }>;
}

const recorded = { keepsWorkerOut: false } as const;

/** Rules about the file as a whole: its header, the authority's block, elements that nobody knows. */
export const fileRules: readonly FileRule[] = [
  {
    ...recorded,
    code: 'CW001',
    message: 'The reference date (ReferenceDate) is not 30 September of the census year. Correct it, or Year.',
    check: ({ header, year }) => (header.ReferenceDate === `${year}-09-30` ? [] : [{ fields: ['ReferenceDate'] }]),
  },
  {
    ...recorded,
    code: 'CW002',
    message:
      'The census does not have this element, and what it says was passed over. Correct its name, or take it out.',
    *check({ unknown }) {
      for (const { tag, count, firstLine } of unknown) {
        const times = count === 1 ? 'once' : `${count} times`;
        const message = `${tag === 'others' ? 'Elements with other names are' : `${tag} is`} not in the census, and there ${times}, first on line ${firstLine}. What it says was passed over: correct its name, or take it out.`;
        yield { fields: tag === 'others' ? [] : [tag], line: firstLine, message };
      }
    },
  },
  {
    ...recorded,
    code: 'CW003',
    message: 'The level of the source (SourceLevel) is not L, for local authority. Correct it.',
    check: ({ header }) => (header.SourceLevel === 'L' ? [] : [{ fields: ['SourceLevel'] }]),
  },
  {
    ...recorded,
    code: 'CW004',
    message: 'The authority’s block has the name of another year’s form. Rename it.',
    *check({ authorityBlock, authorityLine, year }) {
      const block = authorityBlocks.find(({ tag }) => tag === authorityBlock);
      if (!block || isCollectedIn(block, year)) return;
      yield { fields: [block.tag], message: wrongYear(block, year), ...(authorityLine ? { line: authorityLine } : {}) };
    },
  },
  {
    ...recorded,
    code: 'CW005',
    message:
      'The vacancies of the authority are not said, so no rate of vacancies can be made. Enter all three elements, 0 where there are none.',
    check({ authority }) {
      const missing = authorityFields.filter(
        ({ tag, askedOf }) => askedOf === 'everybody' && authority[tag] === undefined,
      );
      return missing.length === 0 ? [] : [{ fields: missing.map(({ tag }) => tag) }];
    },
  },
  {
    ...recorded,
    code: 'CW006',
    message: 'An element of the authority says what it cannot say. Correct it.',
    *check({ authority, year }) {
      for (const field of authorityFields) {
        const text = authority[field.tag];
        if (text === undefined || !isCollectedIn(field, year)) continue;
        const fault = formFaultOf(field, text, year);
        if (fault !== null)
          yield { fields: [field.tag], message: `${field.title} (${field.tag}) ${fault}. Correct it.` };
      }
    },
  },
  {
    ...recorded,
    code: 'CW007',
    message: 'The census of this year does not have this element of the authority. Leave it out.',
    *check({ authority, year }) {
      for (const field of authorityFields) {
        if (authority[field.tag] === undefined || isCollectedIn(field, year)) continue;
        yield { fields: [field.tag], message: wrongYear(field, year) };
      }
    },
  },
  {
    ...recorded,
    code: 'CW008',
    message:
      'More vacancies are covered by agency workers (NoAgencyFTE) than there are (NumberOfVacancies). Vacancies include those covered: correct one of them.',
    check({ authority }) {
      const [all, covered] = [numberOf(authority.NumberOfVacancies), numberOf(authority.NoAgencyFTE)];
      return all !== null && covered !== null && covered > all
        ? [{ fields: ['NoAgencyFTE', 'NumberOfVacancies'] }]
        : [];
    },
  },
  {
    ...recorded,
    code: 'CW009',
    message:
      'The number of agency workers covering vacancies (NoAgencyHeadcount) is smaller than their full-time equivalents (NoAgencyFTE), or there are some of one and none of the other. Correct one of them.',
    check({ authority }) {
      const [fte, heads] = [numberOf(authority.NoAgencyFTE), numberOf(authority.NoAgencyHeadcount)];
      if (fte === null || heads === null) return [];
      return heads < fte || heads > 0 !== fte > 0 ? [{ fields: ['NoAgencyFTE', 'NoAgencyHeadcount'] }] : [];
    },
  },
  {
    ...recorded,
    code: 'CW010',
    message: 'An element of the header or the authority is there twice; the first counts. Keep one of them.',
    check: ({ repeated }) => (repeated.length > 0 ? [{ fields: repeated }] : []),
  },
  {
    ...recorded,
    code: 'CW011',
    message: 'Payments for performance are there as PerformanceReward and as PerformanceAward. Keep one of them.',
    check: ({ authority }) =>
      authority.PerformanceReward !== undefined && authority.PerformanceAward !== undefined
        ? [{ fields: ['PerformanceReward', 'PerformanceAward'] }]
        : [],
  },
];
