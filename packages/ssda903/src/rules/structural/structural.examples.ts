import type { TableName } from '../../tables/tables.ts';
import type { ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';

const keepsRowOut = true;
const aReview = { REVIEW: '05/05/2024', REVIEW_CODE: 'PN1' };
const twoAlike = [aReview, aReview];

function problem(name: 'too-few-cells' | 'too-many-cells' | 'control-characters' | 'other-year'): RuleExample {
  return { passes: { Reviews: [aReview] }, fails: { Reviews: [{ ...aReview, problem: name }] }, keepsRowOut };
}

function notInHeader(table: Exclude<TableName, 'Header'>, year = 2025): RuleExample {
  const row: ExampleTables = { [table]: [{}] };
  return { year, passes: { Header: [{}], ...row }, fails: { Header: [{ CHILD: 'B2' }], ...row }, keepsRowOut };
}

function otherBirth(table: Exclude<TableName, 'Header' | 'Episodes'>): RuleExample {
  const Header = [{ DOB: '01/02/2010' }];
  return {
    passes: { Header, [table]: [{ DOB: '01/02/2010' }] },
    fails: { Header, [table]: [{ DOB: '02/02/2010' }] },
    keepsRowOut,
  };
}

function twice(table: TableName): RuleExample {
  return { passes: { [table]: [{}] }, fails: { [table]: [{}, {}] }, keepsRowOut };
}

/** One return that passes and one that fails for each rule on how rows and tables hang together. */
export const structuralExamples: RuleExamples = {
  MS01: problem('too-few-cells'),
  MS02: problem('too-many-cells'),
  MS03: problem('control-characters'),
  MS04: problem('other-year'),
  MS05: { year: 2023, passes: { Reviews: [aReview] }, fails: { SWEpisodes: [{}] }, keepsRowOut },
  MS06: { passes: { Reviews: [aReview] }, fails: { Reviews: [{ ...aReview, CHILD: '' }] }, keepsRowOut },
  MS07: {
    passes: { Reviews: [aReview, { ...aReview, REVIEW: '06/06/2024' }] },
    fails: { Reviews: twoAlike },
    keepsRowOut,
  },
  MS08: {
    passes: { Header: [{ SEX: 'F' }], Episodes: [{ DECOM: '01/05/2024' }] },
    fails: { Header: [{ SEX: '2' }], Episodes: [{ DECOM: '01/05/2024' }] },
    keepsRowOut,
  },
  MS09: {
    passes: { SWEpisodes: [{ DOB: '28/02/2010' }] },
    fails: { SWEpisodes: [{ DOB: '30/02/2010' }] },
    keepsRowOut,
  },
  MS10: { passes: { UASC: [{ SEX: 'M' }] }, fails: { UASC: [{ SEX: '1' }] }, keepsRowOut },
  MS11: notInHeader('SWEpisodes'),
  MS12: notInHeader('DoLo', 2027),
  MS13: {
    passes: { Episodes: [{ HOME_POST: 'A'.repeat(100) }] },
    fails: { Episodes: [{ HOME_POST: 'A'.repeat(101) }] },
    keepsRowOut,
  },
  INT01: notInHeader('AD1'),
  INT02: notInHeader('PlacedAdoption'),
  INT03: notInHeader('Episodes'),
  INT04: notInHeader('Missing'),
  INT05: notInHeader('OC2'),
  INT06: notInHeader('OC3'),
  INT07: notInHeader('PrevPerm'),
  INT08: notInHeader('Reviews'),
  INT09: notInHeader('UASC'),
  INT11: otherBirth('AD1'),
  INT12: otherBirth('PlacedAdoption'),
  INT13: otherBirth('Missing'),
  INT14: otherBirth('OC2'),
  INT15: otherBirth('OC3'),
  INT16: otherBirth('PrevPerm'),
  INT17: otherBirth('Reviews'),
  INT18: otherBirth('UASC'),
  INT21: {
    passes: { Header: [{ SEX: 'F' }], UASC: [{ SEX: 'F' }] },
    fails: { Header: [{ SEX: 'F' }], UASC: [{ SEX: 'M' }] },
    keepsRowOut,
  },
  INT31: twice('AD1'),
  INT32: twice('Header'),
  INT33: twice('OC2'),
  INT34: twice('OC3'),
  INT35: twice('PrevPerm'),
  INT36: twice('UASC'),
  EPI: { passes: { Header: [{}], OC3: [{}] }, fails: { Header: [{}], Missing: [{}] }, keepsRowOut },
  NoE: {
    passes: { Episodes: [{ DECOM: '01/04/2024' }] },
    fails: { Episodes: [{ DECOM: '31/03/2024' }] },
    previous: {},
  },
};
