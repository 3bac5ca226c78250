/** One code of the census, what it means, and the census years it belongs to; open where left out. */
export interface CensusCode {
  readonly code: string;
  readonly meaning: string;
  readonly from?: number;
  readonly to?: number;
}

const yesNo = codes({ 0: 'No', 1: 'Yes' });
const noAllSome = codes({ 0: 'No', 1: 'Yes, all social workers', 2: 'Yes, some social workers' });

/**
 * The code sets of the census, by the tag that uses them.
 *
 * Source: Department for Education, children's social work workforce census 2024 to 2025, business and technical
 * specification, and the schema of 2022; Open Government Licence v3.0.
 */
const sets = {
  AgencyWorker: codes({ 0: 'Not an agency worker', 1: 'Agency worker' }),
  Sex: codes({ F: 'Female', M: 'Male' }),
  GenderCurrent: codes({ 0: 'Not known', 1: 'Male', 2: 'Female', 9: 'Not specified' }),
  Ethnicity: [
    ...codes({
      WBRI: 'White British',
      WIRI: 'White Irish',
      WOTH: 'Any other white background',
      MWBC: 'White and Black Caribbean',
      MWBA: 'White and Black African',
      MWAS: 'White and Asian',
      MOTH: 'Any other mixed background',
      AIND: 'Indian',
      APKN: 'Pakistani',
      ABAN: 'Bangladeshi',
      AOTH: 'Any other Asian background',
      BCRB: 'Black Caribbean',
      BAFR: 'Black African',
      BOTH: 'Any other Black background',
      CHNE: 'Chinese',
      OOTH: 'Any other ethnic background',
      REFU: 'Refused',
      NOBT: 'Not obtained',
    }),
    { code: 'WIRT', meaning: 'Traveller of Irish heritage', from: 2023 },
    { code: 'WROM', meaning: 'Gypsy or Roma', from: 2023 },
  ],
  QualLevel: codes({ 1: 'Undergraduate', 2: 'Postgraduate', 3: 'Other' }),
  StepUpGrad: yesNo,
  FrontlineGrad: yesNo,
  OrgRole: codes({
    1: 'Senior manager',
    2: 'Middle manager',
    3: 'First line manager',
    4: 'Senior practitioner',
    5: 'Case holder',
    6: 'Qualified, without cases',
  }),
  StartOrigin: codes({
    1: 'Newly qualified',
    2: 'Social work in another local authority in England',
    3: 'Social work outside England',
    4: 'Agency or consultancy in social work, in England',
    5: 'Other social work outside a local authority, in England',
    6: 'Other role in social care',
    7: 'No role in social care: other work, no work, a career break, or outside England',
    8: 'Other',
    9: 'Not known',
    10: 'Not yet collected',
  }),
  LeaverDestination: codes({
    1: 'Social work in another local authority in England',
    2: 'Social work outside England',
    3: 'Agency or consultancy in social work, in England',
    4: 'Other social work outside a local authority, in England',
    5: 'Other role in social care, in England',
    6: 'No role in social care: other work, no work, redundancy, a career break, or left England',
    7: 'Other',
    8: 'Not known',
    9: 'Not yet collected',
  }),
  ReasonLeave: codes({
    1: 'Resignation',
    2: 'Voluntary redundancy',
    3: 'Compulsory redundancy',
    4: 'Dismissed',
    5: 'Retired',
    6: 'Deceased',
    7: 'Moved to social work other than with children and families, in the authority',
    8: 'Other',
    9: 'Not known',
    10: 'Not yet collected',
  }),
  Absat30Sept: yesNo,
  ReasonAbsence: codes({
    MAT: 'Maternity or paternity leave',
    OTH: 'Other paid and authorised absence',
    PUB: 'Public duties',
    SIC: 'Sickness',
    TRN: 'Training',
    UNA: 'Unauthorised absence',
    UNP: 'Unpaid and authorised absence',
  }),
  CFKSSstatus: codes({
    1: 'Assessed and supported year in employment',
    2: 'Frontline practitioner',
    3: 'Practice supervisor',
    4: 'Practice leader',
  }),
  RecruitmentBonus: noAllSome,
  RetentionBonus: noAllSome,
  PerformanceReward: noAllSome,
  CarAllowance: noAllSome,
  RelocationPackage: noAllSome,
  RegionalWeighting: noAllSome,
  CostSWE: noAllSome,
  CostDBS: noAllSome,
} as const satisfies Record<string, readonly CensusCode[]>;

/** A code set of the census, named after the tag that uses it. */
export type CensusCodeSet = keyof typeof sets;

/** The codes of a set, in the order of the specification. */
export function censusCodes(set: CensusCodeSet): readonly CensusCode[] {
  return sets[set];
}

/** What a code means, in plain words; the code itself when the set does not hold it. */
export function censusMeaningOf(set: CensusCodeSet, code: string): string {
  return censusCodes(set).find((each) => each.code === code)?.meaning ?? code;
}

/** True when the census of a year may hold the code. */
export function isCensusCode(set: CensusCodeSet, code: string, year: number): boolean {
  return censusCodes(set).some(
    (each) => each.code === code && (each.from ?? year) <= year && year <= (each.to ?? year),
  );
}

function codes(meanings: Readonly<Record<string, string>>): readonly CensusCode[] {
  return Object.entries(meanings).map(([code, meaning]) => ({ code, meaning }));
}
