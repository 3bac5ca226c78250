import type { ColumnSpec, TableSpec } from './table-spec.ts';

const child = { name: 'CHILD', title: 'Child identifier', need: 'key', kind: 'identifier' } as const;
const birth = { name: 'DOB', title: 'Date of birth', need: 'mandatory', kind: 'date' } as const;
const sex = { name: 'SEX', title: 'Sex', need: 'mandatory', kind: 'code', codeSet: 'SEX' } as const;

/** A column of the once-a-year health and offending table that holds 0 or 1. */
function yesNo<const Name extends string>(name: Name, title: string, need: 'mandatory' | 'conditional') {
  return { name, title, need, kind: 'code', codeSet: 'YES_NO' } as const satisfies ColumnSpec;
}

/** The tables with one row per child. */
export const childTables = {
  Header: {
    name: 'Header',
    fileName: 'header.csv',
    title: 'Children',
    isOncePerChild: true,
    collectedSince: null,
    columns: [
      child,
      sex,
      birth,
      { name: 'ETHNIC', title: 'Ethnicity', need: 'mandatory', kind: 'code', codeSet: 'ETHNIC' },
      { name: 'UPN', title: 'Unique pupil number', need: 'conditional', kind: 'text' },
      { name: 'MOTHER', title: 'Is a mother', need: 'conditional', kind: 'code', codeSet: 'MOTHER' },
      { name: 'MC_DOB', title: "Date of birth of the mother's child", need: 'conditional', kind: 'date' },
    ],
  },
  UASC: {
    name: 'UASC',
    fileName: 'uasc.csv',
    title: 'Unaccompanied asylum-seeking children',
    isOncePerChild: true,
    collectedSince: null,
    columns: [child, sex, birth, { name: 'DUC', title: 'Date the status ceased', need: 'conditional', kind: 'date' }],
  },
  OC2: {
    name: 'OC2',
    fileName: 'oc2.csv',
    title: 'Health and offending of children looked after for twelve months',
    isOncePerChild: true,
    collectedSince: null,
    columns: [
      child,
      birth,
      { name: 'SDQ_SCORE', title: 'Strengths and difficulties score', need: 'conditional', kind: 'number' },
      {
        name: 'SDQ_REASON',
        title: 'Reason for no strengths and difficulties score',
        need: 'conditional',
        kind: 'code',
        codeSet: 'SDQ_REASON',
      },
      yesNo('CONVICTED', 'Convicted or cautioned in the year', 'conditional'),
      yesNo('HEALTH_CHECK', 'Development checks up to date', 'conditional'),
      yesNo('IMMUNISATIONS', 'Immunisations up to date', 'mandatory'),
      yesNo('TEETH_CHECK', 'Teeth checked by a dentist', 'mandatory'),
      yesNo('HEALTH_ASSESSMENT', 'Had the annual health assessment', 'mandatory'),
      yesNo('SUBSTANCE_MISUSE', 'Has a substance misuse problem', 'mandatory'),
      yesNo('INTERVENTION_RECEIVED', 'Received an intervention', 'conditional'),
      yesNo('INTERVENTION_OFFERED', 'Was offered an intervention and refused', 'conditional'),
    ],
  },
  OC3: {
    name: 'OC3',
    fileName: 'oc3.csv',
    title: 'Care leavers',
    isOncePerChild: true,
    collectedSince: null,
    columns: [
      child,
      birth,
      { name: 'IN_TOUCH', title: 'In touch', need: 'conditional', kind: 'code', codeSet: 'IN_TOUCH' },
      { name: 'ACTIV', title: 'Main activity', need: 'conditional', kind: 'code', codeSet: 'ACTIV' },
      { name: 'ACCOM', title: 'Accommodation', need: 'conditional', kind: 'code', codeSet: 'ACCOM' },
    ],
  },
  AD1: {
    name: 'AD1',
    fileName: 'ad1.csv',
    title: 'Children adopted in the year',
    isOncePerChild: true,
    collectedSince: null,
    columns: [
      child,
      birth,
      { name: 'DATE_INT', title: 'Date of the decision to place for adoption', need: 'conditional', kind: 'date' },
      { name: 'DATE_MATCH', title: 'Date matched with the adopters', need: 'conditional', kind: 'date' },
      {
        name: 'FOSTER_CARE',
        title: 'Adopted by the foster carer',
        need: 'conditional',
        kind: 'code',
        codeSet: 'FOSTER_CARE',
      },
      { name: 'NB_ADOPTR', title: 'Number of adopters', need: 'conditional', kind: 'code', codeSet: 'NB_ADOPTR' },
      { name: 'SEX_ADOPTR', title: 'Sex of the adopters', need: 'conditional', kind: 'code', codeSet: 'SEX_ADOPTR' },
      {
        name: 'LS_ADOPTR',
        title: 'Legal status of the adopters',
        need: 'conditional',
        kind: 'code',
        codeSet: 'LS_ADOPTR',
      },
    ],
  },
  PrevPerm: {
    name: 'PrevPerm',
    fileName: 'previous_permanence.csv',
    title: 'Previous permanence',
    isOncePerChild: true,
    collectedSince: null,
    columns: [
      child,
      birth,
      {
        name: 'PREV_PERM',
        title: 'Previous permanence option',
        need: 'mandatory',
        kind: 'code',
        codeSet: 'PREV_PERM',
      },
      {
        name: 'LA_PERM',
        title: 'Authority that arranged it',
        need: 'conditional',
        kind: 'code',
        codeSet: 'LA_PERM',
      },
      { name: 'DATE_PERM', title: 'Date of the order', need: 'conditional', kind: 'partial-date' },
    ],
  },
} as const satisfies Record<string, TableSpec>;
