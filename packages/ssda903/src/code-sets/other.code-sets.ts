import type { CodeSet } from './code-set.ts';

const permanence: CodeSet = {
  title: 'Previous permanence option',
  codes: [
    { code: 'P1', meaning: 'Adoption' },
    { code: 'P2', meaning: 'Special guardianship order' },
    { code: 'P3', meaning: 'Residence or child arrangements order' },
    { code: 'P4', meaning: 'Unknown' },
    { code: 'Z1', meaning: 'No previous permanence option' },
  ],
};

const permanenceAuthority: CodeSet = {
  title: 'Authority that arranged the previous permanence option',
  codes: [
    { code: '999', meaning: 'Information not available' },
    { code: 'WAL', meaning: 'Wales' },
    { code: 'SCO', meaning: 'Scotland' },
    { code: 'NIR', meaning: 'Northern Ireland' },
    { code: 'NUK', meaning: 'Outside the United Kingdom' },
  ],
  pattern: { form: /^[2-9]\d\d$/, meaning: 'Local authority in England' },
};

/** The code sets of reviews, adoption, permanence, missing incidents and social workers. */
export const otherCodeSets = {
  REVIEW_CODE: {
    title: 'Participation in a review',
    codes: [
      { code: 'PN0', meaning: 'Aged under 4' },
      { code: 'PN1', meaning: 'Attended and spoke' },
      { code: 'PN2', meaning: 'Attended, an advocate spoke' },
      { code: 'PN3', meaning: 'Attended and conveyed views without words' },
      { code: 'PN4', meaning: 'Attended without contributing' },
      { code: 'PN5', meaning: 'Did not attend, briefed an advocate' },
      { code: 'PN6', meaning: 'Did not attend, conveyed views by other means' },
      { code: 'PN7', meaning: 'Did not attend and conveyed no views' },
    ],
  },
  MISSING: {
    title: 'Missing or away',
    codes: [
      { code: 'M', meaning: 'Missing from care' },
      { code: 'A', meaning: 'Away from placement without authorisation' },
    ],
  },
  PREV_PERM: permanence,
  LA_PERM: permanenceAuthority,
  REASON_PLACED_CEASED: {
    title: 'Reason a decision to place for adoption was reversed',
    codes: [
      { code: 'RD1', meaning: "The child's needs changed" },
      { code: 'RD2', meaning: 'The court did not make a placement order' },
      { code: 'RD3', meaning: 'Adopters could not be found' },
      { code: 'RD4', meaning: 'Any other reason' },
    ],
  },
  FOSTER_CARE: {
    title: 'Adopted by the foster carer',
    codes: [
      { code: '0', meaning: 'Not adopted by the foster carer' },
      { code: '1', meaning: 'Adopted by the foster carer' },
    ],
  },
  NB_ADOPTR: {
    title: 'Number of adopters',
    codes: [
      { code: '1', meaning: 'One adopter' },
      { code: '2', meaning: 'Two adopters' },
    ],
  },
  SEX_ADOPTR: {
    title: 'Sex of the adopters',
    codes: [
      { code: 'M1', meaning: 'Single male' },
      { code: 'F1', meaning: 'Single female' },
      { code: 'MM', meaning: 'Male couple' },
      { code: 'FF', meaning: 'Female couple' },
      { code: 'MF', meaning: 'Male and female couple' },
    ],
  },
  LS_ADOPTR: {
    title: 'Legal status of the adopters',
    codes: [
      { code: 'L0', meaning: 'Single adopter' },
      { code: 'L11', meaning: 'Married couple of different sexes' },
      { code: 'L12', meaning: 'Married couple of the same sex' },
      { code: 'L2', meaning: 'Civil partners' },
      { code: 'L3', meaning: 'Unmarried couple of different sexes' },
      { code: 'L4', meaning: 'Couple of the same sex, neither married nor civil partners' },
    ],
  },
  SW_REASON: {
    title: 'Reason for the change of social worker',
    codes: [
      { code: 'MANAGE', meaning: 'Managing caseloads' },
      { code: 'FCONTA', meaning: 'First contact or re-referral' },
      { code: 'LEFTRL', meaning: 'Previous social worker left the role' },
      { code: 'ORGRST', meaning: 'Organisational restructure' },
      { code: 'TSPROC', meaning: 'Child transferred by the standard process' },
      { code: 'ABSENC', meaning: 'Absence cover, or return from absence' },
      { code: 'CHCHAN', meaning: 'Child asked for a change' },
      { code: 'PCCHAN', meaning: 'Parent or carer asked for a change' },
      { code: 'SWDIED', meaning: 'Previous social worker died' },
      { code: 'OTHERS', meaning: 'Other reason' },
    ],
  },
} as const satisfies Record<string, CodeSet>;
