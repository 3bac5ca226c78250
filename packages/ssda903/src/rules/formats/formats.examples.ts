import type { ColumnOf, TableName } from '../../tables/tables.ts';
import type { RuleExample, RuleExamples } from '../../testing/example-return.ts';

/** A cell that can be read and one that cannot. */
function cell<T extends TableName>(table: T, column: ColumnOf<T>, good: string, bad: string): RuleExample {
  const year = table === 'DoLo' ? 2027 : 2025;
  return {
    year,
    passes: { [table]: [{ [column]: good }] },
    fails: { [table]: [{ [column]: bad }] },
    keepsRowOut: true,
  };
}

const day = '29/02/2024';
const noDay = '31/02/2018';

/** One return that passes and one that fails for each rule on formats and code lists. */
export const formatExamples: RuleExamples = {
  '101': [cell('Header', 'SEX', 'U', '1'), { ...cell('Header', 'SEX', '1', 'M'), year: 2024 }],
  '102': cell('Header', 'DOB', day, noDay),
  '103': cell('Header', 'ETHNIC', 'WBRI', 'WHITE'),
  '104': cell('UASC', 'DUC', day, noDay),
  '112': cell('AD1', 'DATE_INT', day, noDay),
  '113': cell('AD1', 'DATE_MATCH', day, noDay),
  '114': cell('AD1', 'FOSTER_CARE', '1', '2'),
  '115': cell('PlacedAdoption', 'DATE_PLACED', day, noDay),
  '116': cell('PlacedAdoption', 'DATE_PLACED_CEASED', day, noDay),
  '120': cell('PlacedAdoption', 'REASON_PLACED_CEASED', 'RD4', 'RD5'),
  '131': cell('OC3', 'IN_TOUCH', 'RHOM', 'MAYBE'),
  '132': cell('OC3', 'ACTIV', 'F5', 'F3'),
  '133': cell('OC3', 'ACCOM', 'S2', 'S1'),
  '141': cell('Episodes', 'DECOM', day, noDay),
  '143': cell('Episodes', 'RNE', 'S', 'A'),
  '144': cell('Episodes', 'LS', 'C2', 'W1'),
  '145': cell('Episodes', 'CIN', 'N8', 'N9'),
  '146': cell('Episodes', 'PLACE', 'K3', 'Z11'),
  '147': cell('Episodes', 'DEC', day, noDay),
  '149': cell('Episodes', 'REC', 'E45', 'E43'),
  '165': {
    passes: { Header: [{ SEX: 'M' }] },
    fails: { Header: [{ SEX: 'M', MOTHER: '0' }] },
  },
  '166': cell('Reviews', 'REVIEW', day, ''),
  '167': cell('Reviews', 'REVIEW_CODE', 'PN0', 'PN8'),
  '168': {
    passes: { Header: [{ UPN: 'A123456789012' }] },
    fails: { Header: [{ UPN: 'I123456789012' }] },
  },
  '171': cell('Header', 'MC_DOB', day, noDay),
  '175': cell('AD1', 'NB_ADOPTR', '2', '3'),
  '176': cell('AD1', 'SEX_ADOPTR', 'MF', 'FM'),
  '177': cell('AD1', 'LS_ADOPTR', 'L12', 'L1'),
  '178': {
    passes: { Episodes: [{ PLACE: 'U1', PLACE_PROVIDER: 'PR1' }] },
    fails: { Episodes: [{ PLACE: 'T1', PLACE_PROVIDER: 'PR1' }] },
  },
  '180': cell('OC2', 'SDQ_SCORE', '40', '41'),
  '196': cell('OC2', 'SDQ_REASON', 'SDQ5', 'SDQ6'),
  '631': cell('PrevPerm', 'PREV_PERM', 'P4', 'P5'),
  '632': cell('PrevPerm', 'DATE_PERM', 'ZZ/05/2011', 'XX/05/2011'),
  '633': cell('PrevPerm', 'LA_PERM', 'WAL', 'FRA'),
  '1004': cell('Missing', 'MIS_START', day, noDay),
  '1005': cell('Missing', 'MIS_END', day, noDay),
  '1006': cell('Missing', 'MISSING', 'A', 'B'),
  '1009': cell('Episodes', 'REASON_PLACE_CHANGE', 'CUSTOD', 'LIIAF'),
  SW02STG1: {
    passes: { SWEpisodes: [{ SW_ID: 'SW123456' }] },
    fails: { SWEpisodes: [{ SW_ID: '123456' }] },
  },
  SW04STG1: cell('SWEpisodes', 'SW_DECOM', day, noDay),
  SW05STG1: cell('SWEpisodes', 'SW_DEC', day, noDay),
  SW13STG1: [
    cell('SWEpisodes', 'SW_REASON', '', 'SWLAZY'),
    { ...cell('SWEpisodes', 'SW_REASON', 'MANAGE', 'SWLAZY'), year: 2024 },
    { ...cell('SWEpisodes', 'SW_REASON', 'MANAGE', ''), year: 2024, keepsRowOut: false },
  ],
  '700': cell('DoLo', 'DOLO_START', day, noDay),
  '701': cell('DoLo', 'DOLO_END', day, noDay),
};
