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
 * - a tenant rule: see oracle.ts
 */
export type Rule = 'anyone' | 'with it' | 'list' | 'record' | 'manager' | 'reviewers' | TenantRule;

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
    visits: empty('record'),
    socialWorkerEpisodes: row('record'),
    allocations: row('record'),
    name: row('record'),
    independentReviewingOfficer: row('record'),
    restriction: row('manager'),
    accesses: row('reviewers', '(first: 2)'),
  },
  LocalAuthority: {
    id: row('anyone'),
    name: row('anyone'),
    region: row('anyone'),
    kind: row('anyone'),
    dfeCode: row('anyone'),
    statisticalNeighbours: row('anyone'),
    childMeasures: row('whoever knows all its children', year),
    childMeasureHistory: row('whoever knows all its children', history),
    staffMeasures: row('whoever knows its posts', year),
    returns903: row('its analysts and managers'),
    return903Csv: row('its analysts and managers', '(year: 2025, table: "Header")'),
    return903Xml: row('its analysts and managers', '(year: 2025)'),
    practices: row('whoever knows its practices'),
    contracts: row('whoever knows its practices'),
    workers: row('whoever knows its posts', '(first: 2)'),
    inspections: row('its officers and the inspectors'),
    restrictions: row('its managers'),
    brokenGlasses: row('its managers'),
    people: row('its officers'),
    credentials: row('its managers'),
    auditEvents: row('its managers', '(first: 2)'),
    auditChain: row('its managers'),
    misuseSignals: empty('its managers', '(first: 2)'),
  },
  Practice: {
    id: row('whoever knows its practices'),
    name: row('whoever knows its practices'),
    governance: row('whoever knows its practices'),
    parentOrganisation: empty('whoever knows its practices'),
    foundedOn: row('whoever knows its practices'),
    contracts: row('whoever knows its practices'),
    childMeasures: row('whoever knows its children', year),
    childMeasureHistory: row('whoever knows its children', history),
    workers: row('whoever knows the practice’s posts', '(first: 2)'),
    staffMeasures: row('whoever knows the practice’s posts', year),
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

/**
 * Types whose every field is seen by whoever sees the object: the object itself is reached through a field above, or
 * through a root field below.
 */
export const withTheirObject: readonly string[] = [
  'Code',
  'PageInfo',
  'Measure',
  'Exclusion',
  'Indicator',
  'Region',
  'Known',
  'NotKnown',
  'NotApplicable',
  'NotYetDue',
  'Suppressed',
  'ChildConnection',
  'ChildEdge',
  'WorkerConnection',
  'WorkerEdge',
  'LocalAuthorityConnection',
  'LocalAuthorityEdge',
  'Episode',
  'LegalStatusPeriod',
  'Placement',
  'Review',
  'Visit',
  'Recorded',
  'RecordWithdrawn',
  'YesNo',
  'SocialWorkerEpisode',
  'Allocation',
  'ChildName',
  'Employment',
  'Registration',
  'Return903',
  'Return903Table',
  'Return903Xml',
  'Return903LeftOut',
  'Rule903',
  'Import903',
  'Import903File',
  'Import903Table',
  'Import903Connection',
  'Import903Edge',
  'RuleNotRun',
  'FaultsOfRule',
  'FaultsOfChild',
  'FaultsOfChildConnection',
  'FaultsOfChildEdge',
  'ReturnFault',
  'ReturnFaultConnection',
  'ReturnFaultEdge',
  'Restriction',
  'BreakGlass',
  'BreakGlassReview',
  'Person',
  'Credential',
  'Session',
  'SignOutEverywhereResult',
  'AuditEvent',
  'AuditEventConnection',
  'AuditEventEdge',
  'AuditList',
  'AuditChange',
  'AuditChain',
  'ChildAccess',
  'ChildAccessConnection',
  'ChildAccessEdge',
  'MisuseSignal',
  'MisuseSignalConnection',
  'MisuseSignalEdge',
];

/** The root fields of queries: how the matrix, or a test of its own, decides who gets anything there. */
export const rootFields: Readonly<Record<string, string>> = {
  child: 'the matrix: by id',
  children: 'the matrix: in a list',
  localAuthority: 'the matrix',
  practice: 'the matrix',
  contract: 'the matrix',
  inspection: 'the matrix',
  practices: 'roots.test.ts',
  localAuthorities: 'public: names of authorities',
  childIndicators: 'public: the catalogue',
  rules903: 'public: the rules',
  import903: 'roots.test.ts',
  imports903: 'roots.test.ts',
  myBrokenGlasses: 'roots.test.ts',
  mySessions: 'roots.test.ts',
};
