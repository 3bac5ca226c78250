import type { TenantRule } from './oracle.ts';

/**
 * Who may see a field.
 *
 * - `anyone`: everybody who is signed in; it is public, or says nothing of anybody
 * - `with it`: whoever sees the object it belongs to
 * - `list`: whoever may know that the child exists
 * - `record`: whoever may open the child's record
 * - `manager`: managers who may open the record
 * - `reviewers`: managers, and the child's IRO, who may open the record
 * - `returners`: analysts and managers who may open the record
 * - a tenant rule: see oracle.ts
 */
export type Rule = 'anyone' | 'with it' | 'list' | 'record' | 'manager' | 'reviewers' | 'returners' | TenantRule;

/** One row of the statement. */
export interface Row {
  readonly rule: Rule;
  /** Arguments the field is asked with. */
  readonly args?: string;
  /** True where the small world holds nothing, so that nobody sees it: what nobody may see is tested all the same. */
  readonly isEmpty?: true;
}

const year = '(from: "2025-04-01", to: "2026-03-31")';
const history = '(lastYear: 2026, years: 2)';
const staffHistory = '(lastDay: "2026-03-31", years: 2)';
const byAge = '(indicator: "three-or-more-placements", by: AGE, from: "2025-04-01", to: "2026-03-31")';
const row = (rule: Rule, args?: string): Row => (args === undefined ? { rule } : { rule, args });
const empty = (rule: Rule, args?: string): Row => ({ ...row(rule, args), isEmpty: true });

/** The fields that decide something. Those of every other type are seen with their object: `withTheirObject`. */
export const statement: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  Child: {
    id: row('list'),
    localId: row('list'),
    localAuthority: row('list'),
    dateOfBirth: row('list'),
    sex: row('list'),
    ethnicity: row('list'),
    isUnaccompaniedAsylumSeeker: row('list'),
    isLookedAfter: row('list'),
    withheldParts: row('list'),
    currentPlacement: row('list'),
    currentLegalStatus: row('list'),
    leadProfessional: row('list'),
    episodes: row('record'),
    legalStatuses: row('record'),
    placements: row('record'),
    reviews: row('record'),
    visits: row('record'),
    placementArrangements: empty('record'),
    duties: row('record'),
    continuity: row('record', year),
    summary: row('record'),
    chronology: row('record', '(first: 2)'),
    profiles: row('record'),
    siblings: row('record'),
    contactPlans: row('record'),
    contacts: row('record'),
    contactTotals: row('record', year),
    healthEvents: row('record'),
    sdqChange: row('record'),
    healthRegistrations: row('record'),
    schoolPlaces: row('record'),
    schoolAttendances: row('record'),
    schoolExclusions: empty('record'),
    educationPlans: row('record'),
    attainments: row('record'),
    attainmentProgress: row('record'),
    specialEducationalNeeds: empty('record'),
    safetyEvents: empty('record'),
    specialistSupports: empty('record'),
    contributions: row('record'),
    offendingOutcomes: empty('record'),
    returnInterviews: empty('record'),
    leavingCare: empty('record'),
    adoptionDecisions: empty('record'),
    profile: row('record'),
    socialWorkerEpisodes: row('record'),
    allocations: row('record'),
    name: row('record'),
    independentReviewingOfficer: row('record'),
    historyVersion: row('list'),
    returnChanges: empty('record'),
    returnRows: row('returners'),
    periodsOfCare: row('record'),
    handOvers: empty('record'),
    missingIncidents: empty('record'),
    restriction: row('manager'),
    accesses: row('reviewers', '(first: 2)'),
    carePlans: row('record'),
    currentCarePlan: row('record'),
    carePlanSuggestions: row('record'),
    carePlanComparison: empty('record', '(from: { id: "none", version: 1 }, to: { id: "none", version: 2 })'),
    reviewMeetings: row('record'),
    reviewDecisions: row('record'),
    reviewConcerns: empty('record'),
    decisions: empty('record'),
    voices: row('record'),
    voicePromises: empty('record'),
    voiceScale: row('list'),
  },
  LocalAuthority: {
    duties: row('whoever may open some of its records', '(first: 2)'),
    dutyCounts: row('whoever may open some of its records'),
    id: row('anyone'),
    name: row('anyone'),
    region: row('anyone'),
    kind: row('anyone'),
    dfeCode: row('anyone'),
    statisticalNeighbours: row('anyone'),
    childMeasures: row('whoever knows all its children', year),
    childMeasureHistory: row('whoever knows all its children', history),
    childMeasuresBy: row('whoever knows all its children', byAge),
    staffMeasures: row('whoever knows its posts', year),
    staffMeasureHistory: row('whoever knows its posts', staffHistory),
    retention: row('whoever knows its posts', year),
    publishedStaffFigures: row('anyone'),
    returns903: row('its analysts and managers'),
    annexA: row('its analysts and managers', '(list: 8)'),
    return903Csv: row('its analysts and managers', '(year: 2025, table: "Header")'),
    return903Sources: row('its analysts and managers', '(year: 2025)'),
    return903Xml: row('its analysts and managers', '(year: 2025)'),
    returnCheck: empty('its analysts and managers', '(year: 2025)'),
    returnCheckOfChild: empty('its analysts and managers', '(year: 2025, childLocalId: "none")'),
    providerLists: row('its analysts and managers'),
    practices: row('whoever knows its practices'),
    contracts: row('whoever knows its practices'),
    workerContinuity: row('its staff who see records', year),
    allocationsEndingSoon: row('its office', '(days: 366)'),
    workers: row('whoever knows its posts', '(first: 2)'),
    inspections: row('its officers and the inspectors'),
    restrictions: row('its managers'),
    brokenGlasses: row('its managers'),
    people: row('its officers'),
    credentials: row('its managers'),
    auditEvents: row('its managers', '(first: 2)'),
    auditChain: row('its managers'),
    misuseSignals: empty('its managers', '(first: 2)'),
    reviewDecisions: row('its staff who see records'),
    reviewConcerns: row('its staff who see records'),
    decisionRequests: row('its staff who see records'),
    decisionRules: row('whoever knows who decides'),
    decisionTimes: row('its staff who see records', '(from: "2026-01-01", to: "2026-12-31")'),
  },
  Practice: {
    duties: row('whoever may open some of its records', '(first: 2)'),
    dutyCounts: row('whoever may open some of its records'),
    workerContinuity: row('whoever works with its children', year),
    id: row('whoever knows its practices'),
    name: row('whoever knows its practices'),
    governance: row('whoever knows its practices'),
    parentOrganisation: empty('whoever knows its practices'),
    foundedOn: row('whoever knows its practices'),
    contracts: row('whoever knows its practices'),
    childMeasures: row('whoever knows its children', year),
    childMeasureHistory: row('whoever knows its children', history),
    childMeasuresBy: row('whoever knows its children of then', byAge),
    workers: row('whoever knows the practice’s posts', '(first: 2)'),
    staffMeasures: row('whoever knows the practice’s posts', year),
    staffMeasureHistory: row('whoever knows the practice’s posts', staffHistory),
    retention: row('whoever knows the practice’s posts', year),
    reviewDecisions: row('whoever works with its children'),
    reviewConcerns: row('whoever works with its children'),
    decisionRequests: empty('whoever works with its children'),
    decisionTimes: row('whoever works with its children', '(from: "2026-01-01", to: "2026-12-31")'),
  },
  Contract: {
    id: row('whoever knows its practices'),
    localAuthority: row('whoever knows its practices'),
    practice: row('whoever knows its practices'),
    startsOn: row('whoever knows its practices'),
    endsOn: empty('whoever knows its practices'),
    status: row('whoever knows its practices'),
    agreedChildren: row('whoever knows its practices'),
    agreedChildrenTolerance: row('whoever knows its practices'),
    delegatedFunctions: row('whoever knows its practices'),
    allocatesAt: row('whoever knows its practices'),
    capacity: row('whoever knows its practices'),
    children: row('whoever knows its allocations', '(first: 2)'),
  },
  Inspection: {
    id: row('its officers and the inspectors'),
    localAuthority: row('its officers and the inspectors'),
    kind: row('its officers and the inspectors'),
    from: row('its officers and the inspectors'),
    to: row('its officers and the inspectors'),
    inspectors: row('its officers and the inspectors'),
    openedAt: row('its officers and the inspectors'),
    openedBy: row('its officers and the inspectors'),
    closedAt: empty('its staff and the inspectors'),
    closedBy: empty('its staff and the inspectors'),
    status: row('its officers and the inspectors'),
    sample: row('its staff and the inspectors'),
    log: row('its managers and the inspectors', '(first: 2)'),
  },
  Worker: {
    id: row('list'),
    name: row('whoever knows its workers'),
    registration: row('whoever knows its workers'),
    employments: row('whoever knows its posts'),
    currentEmployment: row('whoever knows its posts'),
  },
};
