import type { CodeSet } from './code-set.ts';

const activities: CodeSet = {
  title: 'Main activity of a care leaver',
  codes: [
    { code: 'F1', meaning: 'Full time in higher education' },
    { code: 'P1', meaning: 'Part time in higher education' },
    { code: 'F2', meaning: 'Full time in other education' },
    { code: 'P2', meaning: 'Part time in other education' },
    { code: 'F3', meaning: 'Full time in training or employment', to: 2021 },
    { code: 'P3', meaning: 'Part time in training or employment', to: 2021 },
    { code: 'F4', meaning: 'Full time in an apprenticeship', from: 2022 },
    { code: 'P4', meaning: 'Part time in an apprenticeship', from: 2022 },
    { code: 'F5', meaning: 'Full time in training or employment, not an apprenticeship', from: 2022 },
    { code: 'P5', meaning: 'Part time in training or employment, not an apprenticeship', from: 2022 },
    { code: 'G4', meaning: 'Not in education, employment or training: illness or disability' },
    { code: 'G5', meaning: 'Not in education, employment or training: other circumstances' },
    { code: 'G6', meaning: 'Not in education, employment or training: pregnancy or parenting' },
    { code: '0', meaning: 'Not known, died, or returned home' },
  ],
};

const accommodationKinds: readonly (readonly [letter: string, meaning: string, digits: string])[] = [
  ['B', 'With parents or relatives', '12'],
  ['C', 'Community home or other residential care', '12'],
  ['D', 'Semi-independent or transitional accommodation', '12'],
  ['E', 'Supported lodgings', '12'],
  ['G', 'Gone abroad', '12'],
  ['H', 'Deported', '12'],
  ['K', 'Ordinary lodgings without formal support', '12'],
  ['R', 'Residence not known', '12'],
  ['S', 'No fixed abode or homeless', '2'],
  ['T', 'Foyer or similar supported accommodation', '12'],
  ['U', 'Independent living', '12'],
  ['V', 'Emergency accommodation', '12'],
  ['W', 'Bed and breakfast', '12'],
  ['X', 'In custody', '2'],
  ['Y', 'Other accommodation', '12'],
  ['Z', 'With former foster carer', '12'],
];

const accommodation: CodeSet = {
  title: 'Accommodation of a care leaver',
  codes: [
    ...accommodationKinds.flatMap(([letter, meaning, digits]) =>
      digits.split('').map((digit) => ({
        code: letter + digit,
        meaning: `${meaning} (${digit === '1' ? 'suitable' : 'unsuitable'})`,
      })),
    ),
    { code: '0', meaning: 'Not known, died, or returned home' },
  ],
};

const ethnicities: CodeSet = {
  title: 'Ethnicity',
  codes: [
    { code: 'WBRI', meaning: 'White British' },
    { code: 'WIRI', meaning: 'White Irish' },
    { code: 'WOTH', meaning: 'Any other White background' },
    { code: 'WIRT', meaning: 'Traveller of Irish heritage' },
    { code: 'WROM', meaning: 'Gypsy or Roma' },
    { code: 'MWBC', meaning: 'White and Black Caribbean' },
    { code: 'MWBA', meaning: 'White and Black African' },
    { code: 'MWAS', meaning: 'White and Asian' },
    { code: 'MOTH', meaning: 'Any other Mixed background' },
    { code: 'AIND', meaning: 'Indian' },
    { code: 'APKN', meaning: 'Pakistani' },
    { code: 'ABAN', meaning: 'Bangladeshi' },
    { code: 'AOTH', meaning: 'Any other Asian background' },
    { code: 'BCRB', meaning: 'Caribbean' },
    { code: 'BAFR', meaning: 'African' },
    { code: 'BOTH', meaning: 'Any other Black background' },
    { code: 'CHNE', meaning: 'Chinese' },
    { code: 'OOTH', meaning: 'Any other ethnic group' },
    { code: 'REFU', meaning: 'Refused' },
    { code: 'NOBT', meaning: 'Information not yet obtained' },
  ],
};

/** The code sets of the tables with one row per child. */
export const childCodeSets = {
  SEX: {
    title: 'Sex',
    codes: [
      { code: 'M', meaning: 'Male', from: 2025 },
      { code: 'F', meaning: 'Female', from: 2025 },
      { code: 'U', meaning: 'Unknown', from: 2025 },
      { code: '1', meaning: 'Male', to: 2024 },
      { code: '2', meaning: 'Female', to: 2024 },
    ],
  },
  ETHNIC: ethnicities,
  MOTHER: {
    title: 'Mother',
    codes: [
      { code: '0', meaning: 'Not a mother' },
      { code: '1', meaning: 'A mother' },
    ],
  },
  YES_NO: {
    title: 'Yes or no',
    codes: [
      { code: '0', meaning: 'No' },
      { code: '1', meaning: 'Yes' },
    ],
  },
  SDQ_REASON: {
    title: 'Reason for no strengths and difficulties score',
    codes: [
      { code: 'SDQ1', meaning: 'No form: aged under 4 or over 16' },
      { code: 'SDQ2', meaning: 'Carer refused to complete the questionnaire' },
      { code: 'SDQ3', meaning: "Not possible because of the child's disability" },
      { code: 'SDQ4', meaning: 'Other' },
      { code: 'SDQ5', meaning: 'Child refused' },
    ],
  },
  IN_TOUCH: {
    title: 'In touch with a care leaver',
    codes: [
      { code: 'YES', meaning: 'In touch' },
      { code: 'NO', meaning: 'Not in touch' },
      { code: 'DIED', meaning: 'Died after leaving care' },
      { code: 'REFU', meaning: 'Refuses contact' },
      { code: 'NREQ', meaning: 'No longer needs services' },
      { code: 'RHOM', meaning: 'Returned home for six months or more' },
    ],
  },
  ACTIV: activities,
  ACCOM: accommodation,
} satisfies Record<string, CodeSet>;
