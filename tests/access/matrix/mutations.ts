/** Who may ask for a change, and an input that changes nothing: what it names does not exist. */
export interface MutationRow {
  /** The accounts that are not refused. */
  readonly accounts: readonly string[];
  /** `$la` stands for the viewer's own authority. */
  readonly input: string;
}

const child = '"E08000025.aaaaaaaaaaaaaaaaaaaa"';
const managers = ['la-manager'];
const commissioners = ['la-commissioner', 'la-manager'];
const analysts = ['la-analyst', 'la-manager'];
const recorders = ['la-manager', 'la-worker', 'swp-worker', 'swp-manager'];
const people = ['la-analyst', 'la-commissioner', 'la-manager', 'la-worker', 'la-iro', 'swp-worker', 'swp-manager'];

/** Every mutation of the graph. */
export const mutations: Readonly<Record<string, MutationRow>> = {
  startImport903: { accounts: analysts, input: '{ la: "$la", year: 2025, uploadIds: ["none"] }' },
  importPostcodes: { accounts: analysts, input: '{ uploadId: "none" }' },
  allocateChildren: {
    accounts: commissioners,
    input: `{ contractId: "none", childIds: [${child}], startedOn: "2026-11-22", idempotencyKey: "matrix" }`,
  },
  endAllocations: {
    accounts: commissioners,
    input: '{ allocationIds: ["none"], lastDay: "2026-11-22", reason: "none" }',
  },
  endContract: { accounts: commissioners, input: '{ contractId: "none", lastDay: "2026-11-22", reason: "none" }' },
  openInspection: {
    accounts: managers,
    input: '{ kind: "none", from: "2026-11-22", to: "2026-11-21", inspectorIds: ["nobody"] }',
  },
  closeInspection: { accounts: managers, input: '{ inspectionId: "none" }' },
  sampleChildren: { accounts: analysts, input: `{ inspectionId: "E08000025.none", childIds: [${child}] }` },
  removeFromSample: { accounts: analysts, input: `{ inspectionId: "E08000025.none", childIds: [${child}] }` },
  recordChildName: { accounts: analysts, input: `{ childId: ${child}, givenNames: "No", familyName: "Body" }` },
  recordVisit: {
    accounts: recorders,
    input: `{ childId: ${child}, key: "matrix", visitedOn: "2026-01-01", purpose: STATUTORY, isSeen: true, seenAlone: { value: true }, isAtPlacement: true, minutes: 1, note: "none" }`,
  },
  withdrawRecord: { accounts: recorders, input: `{ id: ${child}, version: 1, reason: "none" }` },
  restrictRecord: { accounts: managers, input: `{ childId: ${child}, reason: "none", namedPersonIds: ["nobody"] }` },
  nameForRecord: { accounts: managers, input: '{ restrictionId: "none", namedPersonIds: ["nobody"] }' },
  liftRestriction: { accounts: managers, input: '{ restrictionId: "none" }' },
  appointIndependentReviewingOfficer: {
    accounts: managers,
    input: `{ childIds: [${child}], officerId: "nobody", from: "2026-11-22" }`,
  },
  breakGlass: {
    accounts: people,
    input: '{ localId: "none", reason: "Nobody needs to see a child who is not there." }',
  },
  endBreakGlass: { accounts: people, input: '{ id: "none" }' },
  reviewBreakGlass: { accounts: managers, input: '{ id: "none", finding: JUSTIFIED, note: "none" }' },
  registerCredential: {
    accounts: managers,
    input: '{ name: "none", purpose: "none", scopes: [FIGURES], expiresOn: "2020-01-01" }',
  },
  revokeCredential: { accounts: managers, input: '{ id: "none" }' },
  // Nobody may sign out somebody who is not of their authority.
  signOutEverywhere: { accounts: [], input: '{ personId: "nobody" }' },
  decideMisuseSignal: { accounts: managers, input: '{ id: "none", decision: DISMISSED, note: "none" }' },
};
