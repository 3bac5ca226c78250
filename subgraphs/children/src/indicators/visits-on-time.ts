import { visitsLeftOut, visitsOnTimeMembership } from '../duties/visits-on-time.ts';
import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';

export const visitsOnTime: ChildIndicator = {
  code: 'visits-on-time',
  ...ofChildrenInCare,
  title: 'Visits made on time',
  definition:
    'Of the visits that the regulations asked the child’s social worker to make in the period, the share made by their ' +
    'day, with the child seen. It counts visits, not children.',
  numerator: 'Those made on or before the day they were due.',
  denominator: 'Visits due in the period, and those already late on its first day that had not been made by then.',
  excluded: ['Visits that no longer had to be made before their day.', 'Visits that may still be made in time.'],
  unit: 'SHARE',
  goodDirection: 'HIGHER',
  source:
    'The Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28. Worked out from the visits ' +
    'on record in the platform: no return asks for them.',
  owner: 'Mainstay',
  outcomeArticle: 22,
  population: 'visits',
  tables: [],
  needs: ['VISITS_AND_SUPERVISION'],
  restsOnDuties: true,
  collectedSince: null,
  looksAt: 'period',
  notKnown: 'Visits due before anything was recorded of the child in the platform; they are counted as not made.',
  knownOfNobody: 'No visit is on record for the period. Record visits in the platform to have the figure.',
  leftOut: visitsLeftOut,
  membership: visitsOnTimeMembership,
};
