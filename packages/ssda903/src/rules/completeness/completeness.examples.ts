import type { RuleExamples } from '../../testing/example-return.ts';

const inCareAllYear = { DECOM: '01/06/2022', RNE: 'S', LS: 'C2' };
const careSinceMay = { DECOM: '01/05/2024', RNE: 'S', LS: 'C2' };
const leftInMay = { DECOM: '01/05/2022', DEC: '01/05/2024', REC: 'E4A', LS: 'C2' };
const allAnswers = { IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '0', SUBSTANCE_MISUSE: '0' };
const adoption = { DATE_INT: '01/05/2023', DATE_MATCH: '01/06/2023', FOSTER_CARE: '0', NB_ADOPTR: '1' };
const wholeAdoption = { ...adoption, SEX_ADOPTR: 'F1', LS_ADOPTR: 'L0' };
const adopted = { DECOM: '01/05/2022', DEC: '01/05/2024', REC: 'E11' };

/** One return that passes and one that fails for each rule on what must be filled in, and with what. */
export const completenessExamples: RuleExamples = {
  '119': {
    passes: { PlacedAdoption: [{ DATE_PLACED: '01/05/2023' }] },
    fails: { PlacedAdoption: [{ DATE_PLACED: '01/05/2023', REASON_PLACED_CEASED: 'RD1' }] },
  },
  '142': {
    passes: { Episodes: [{ DECOM: '01/05/2024', DEC: '02/06/2024' }, { DECOM: '02/06/2024' }] },
    fails: { Episodes: [{ DECOM: '01/05/2024' }, { DECOM: '02/06/2024' }] },
  },
  '148': {
    passes: { Episodes: [{ DEC: '02/06/2024', REC: 'X1' }] },
    fails: { Episodes: [{ DEC: '02/06/2024' }] },
  },
  '151': { passes: { AD1: [wholeAdoption] }, fails: { AD1: [adoption] } },
  '153': {
    passes: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'U1' }] },
    fails: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1' }] },
  },
  '158': {
    passes: { OC2: [{ INTERVENTION_RECEIVED: '1' }] },
    fails: { OC2: [{ INTERVENTION_RECEIVED: '1', INTERVENTION_OFFERED: '0' }] },
  },
  '159': {
    passes: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0', INTERVENTION_OFFERED: '1' }] },
    fails: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0' }] },
  },
  '181': { passes: { OC2: [{ CONVICTED: '0' }] }, fails: { OC2: [{ CONVICTED: 'N' }] }, keepsRowOut: true },
  '182': { passes: { OC2: [allAnswers] }, fails: { OC2: [{ ...allAnswers, TEETH_CHECK: '' }] } },
  '186': {
    passes: { Episodes: [inCareAllYear], OC2: [{ DOB: '02/04/2020' }] },
    fails: { Episodes: [inCareAllYear], OC2: [{ DOB: '01/04/2020' }] },
  },
  '191': {
    passes: { Episodes: [inCareAllYear], OC2: [allAnswers] },
    fails: { Episodes: [inCareAllYear] },
  },
  '192': {
    passes: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '1' }] },
    fails: { OC2: [{ SUBSTANCE_MISUSE: '1' }] },
  },
  '193': {
    passes: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '1' }] },
    fails: { OC2: [{ SUBSTANCE_MISUSE: '0', INTERVENTION_RECEIVED: '1' }] },
  },
  '197a': { passes: { OC2: [{ SDQ_SCORE: '12' }] }, fails: { OC2: [{ SDQ_SCORE: '12', SDQ_REASON: 'SDQ2' }] } },
  '225': {
    passes: {
      Episodes: [
        { DECOM: '01/05/2024', DEC: '02/06/2024', REC: 'X1', PLACE: 'U1' },
        { DECOM: '02/06/2024', RNE: 'P', PLACE: 'T1' },
      ],
    },
    fails: {
      Episodes: [
        { DECOM: '01/05/2024', DEC: '02/06/2024', REC: 'X1', PLACE: 'U1' },
        { DECOM: '02/06/2024', RNE: 'P', PLACE: 'U3' },
      ],
    },
  },
  '233': {
    year: 2026,
    passes: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025', REASON_PLACE_CHANGE: 'CARPL' }] },
    fails: { Episodes: [{ DECOM: '01/05/2025', REASON_PLACE_CHANGE: 'CARPL' }] },
  },
  '393': {
    passes: { Header: [{ SEX: 'F' }], Episodes: [{ ...careSinceMay, LS: 'V4' }] },
    fails: { Header: [{ SEX: 'F' }], Episodes: [careSinceMay] },
  },
  '442': {
    passes: { Header: [{ UPN: 'UN1' }], Episodes: [careSinceMay] },
    fails: { Header: [{}], Episodes: [careSinceMay] },
  },
  '526': {
    passes: { Episodes: [{ PLACE: 'Z1' }, { PLACE: 'T4' }] },
    fails: { Episodes: [{ PLACE: 'U1' }] },
  },
  '543': {
    passes: { Episodes: [inCareAllYear], OC2: [{ DOB: '01/04/2015' }] },
    fails: { Episodes: [inCareAllYear], OC2: [{ DOB: '31/03/2015' }] },
  },
  '545': {
    passes: { Episodes: [inCareAllYear], OC2: [{ DOB: '31/03/2020' }] },
    fails: { Episodes: [inCareAllYear], OC2: [{ DOB: '01/04/2020' }] },
  },
  '564': {
    passes: { Missing: [{ MISSING: 'M', MIS_START: '01/05/2024' }] },
    fails: { Missing: [{ MISSING: 'M' }] },
  },
  '601': { passes: { Episodes: [adopted], AD1: [wholeAdoption] }, fails: { Episodes: [adopted] } },
  '607': {
    passes: { Header: [{ SEX: 'F', MOTHER: '0' }], Episodes: [leftInMay] },
    fails: { Header: [{ SEX: 'F' }], Episodes: [leftInMay] },
  },
  '611': {
    passes: { Header: [{ MOTHER: '1', MC_DOB: '01/05/2024' }] },
    fails: { Header: [{ MOTHER: '1' }] },
  },
  '630': {
    passes: { Episodes: [careSinceMay], PrevPerm: [{ PREV_PERM: 'Z1' }] },
    fails: { Episodes: [careSinceMay], PrevPerm: [{ PREV_PERM: 'P1', LA_PERM: '330' }] },
  },
  '635': {
    passes: { PrevPerm: [{ PREV_PERM: 'P1', LA_PERM: '330' }] },
    fails: { PrevPerm: [{ PREV_PERM: 'Z1', LA_PERM: '330' }] },
  },
  SW01aSTG1: {
    passes: { SWEpisodes: [{ SW_DECOM: '31/03/2023', SW_ID: 'SW123456' }] },
    fails: { SWEpisodes: [{ SW_DECOM: '31/03/2023' }] },
  },
  SW01bSTG1: {
    passes: { SWEpisodes: [{ SW_DECOM: '01/04/2023', SW_ID: 'SW123456', SW_REASON: 'MANAGE' }] },
    fails: { SWEpisodes: [{ SW_DECOM: '01/04/2023', SW_ID: 'SW123456' }] },
  },
};
