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
const entry = '"E08000025.aaaaaaaaaaaaaaaaaaaa.none-00000000-0000-0000-0000-000000000000"';
const recorders = ['la-manager', 'la-worker', 'swp-worker', 'swp-manager'];
const staffEntry = '"E08000025.none-00000000-0000-0000-0000-000000000000"';
const ofNoStaff = 'employer: { la: "none" }, key: "matrix"';
const staffRecorders = ['la-manager', 'swp-manager'];
const people = ['la-analyst', 'la-commissioner', 'la-manager', 'la-worker', 'la-iro', 'swp-worker', 'swp-manager'];
const reviewers = [...recorders, 'la-iro'];

const ofHistory = `childId: ${child}, basedOn: "0", key: "matrix"`;
const ofEntry = `childId: ${child}, key: "matrix"`;
const ofStaff = 'employer: { la: "$la" }, key: "matrix"';
const ofWorker = `${ofStaff}, workerId: "none"`;

/** Every mutation of the graph. */
export const mutations: Readonly<Record<string, MutationRow>> = {
  recordStaffExpectation: {
    accounts: staffRecorders,
    input: `{ ${ofStaff}, from: "2026-01-01", supervisionDays: 0, doPeersCount: false, longAbsenceDays: 28, learningPieces: 2,
      learningPiecesWithPeers: 1 }`,
  },
  recordAbsence: { accounts: staffRecorders, input: `{ ${ofWorker}, from: "2026-01-05", cause: OTH }` },
  recordSupervision: {
    accounts: staffRecorders,
    input: `{ ${ofWorker}, on: "2026-01-05", by: MANAGER, isHeld: false, cancelledReason: "none" }`,
  },
  recordTraining: {
    accounts: staffRecorders,
    input: `{ ${ofWorker}, on: "2026-01-05", title: "none", kind: COURSE, hours: 1, isPostRegistrationLearning: false,
      isDiscussedWithPeer: false }`,
  },
  recordTimeDiary: {
    accounts: recorders,
    input: `{ key: "matrix", on: "2026-01-05", withChildren: 0, withFamilies: 0, formsAndReports: 0, meetingsAndCourt: 0,
      travel: 0, supervisionAndLearning: 0, other: 0 }`,
  },
  withdrawTimeDiary: { accounts: recorders, input: `{ id: ${staffEntry}, version: 1, reason: "none" }` },
  startImport903: { accounts: analysts, input: '{ la: "$la", year: 2025, uploadIds: ["none"] }' },
  checkReturn903: { accounts: analysts, input: '{ la: "$la", year: 1990 }' },
  acceptFaults: { accounts: analysts, input: '{ la: "$la", year: 2025, faultIds: ["none"], reason: "none" }' },
  withdrawFaultAcceptances: { accounts: analysts, input: '{ la: "$la", year: 2025, faultIds: ["none"] }' },
  importProviders: { accounts: analysts, input: '{ uploadId: "none" }' },
  importWorkforceCensus: { accounts: analysts, input: '{ la: "$la", uploadId: "none" }' },
  importPublishedFigures: { accounts: analysts, input: '{ uploadId: "none" }' },
  importPostcodes: { accounts: analysts, input: '{ uploadId: "none" }' },
  allocateChildren: {
    accounts: commissioners,
    input: `{ contractId: "none", children: [{ childId: ${child}, childsViews: { said: "Fine." }, parentsViews: { notKnownBecause: "Not found." } }], startedOn: "2026-11-22", idempotencyKey: "matrix" }`,
  },
  endAllocations: {
    accounts: commissioners,
    input: '{ allocationIds: ["none"], lastDay: "2026-11-22", reason: TAKEN_BACK, explanation: "none" }',
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
  recordPlacementArrangement: {
    accounts: recorders,
    input: `{ childId: ${child}, key: "none", startedOn: "2026-11-01", isBeforeAssessment: { value: false },
      isTemporarilyApproved: { value: false } }`,
  },
  recordVisit: {
    accounts: recorders,
    input: `{ childId: ${child}, key: "matrix", visitedOn: "2026-01-01", purpose: STATUTORY, isSeen: true, seenAlone: { value: true }, isAtPlacement: true, minutes: 1, note: "none" }`,
  },
  startCare: {
    accounts: ['la-manager', 'la-worker'],
    input: `{ childId: ${child}, basedOn: "0", key: "matrix", startedOn: "2026-11-01", legalStatus: "V2",
      categoryOfNeed: "N1", placement: { type: "T0" } }`,
  },
  endCare: { accounts: recorders, input: `{ ${ofHistory}, endedOn: "2026-11-01", reason: "E4A" }` },
  changePlacement: {
    accounts: recorders,
    input: `{ ${ofHistory}, changedOn: "2026-11-01", placement: { type: "T0" }, isSameCarer: false, reason: "OTHER" }`,
  },
  changeLegalStatus: { accounts: recorders, input: `{ ${ofHistory}, changedOn: "2026-11-01", legalStatus: "C2" }` },
  changeLeadProfessional: {
    accounts: recorders,
    input: `{ ${ofHistory}, workerId: "SWE0000001", from: "2026-11-01", reason: "MANAGE",
      handOver: { note: "none", childTold: { value: true } } }`,
  },
  reallocateChildren: {
    accounts: recorders,
    input: `{ key: "matrix", from: "2026-11-01", reason: "MANAGE", moves: [{ childId: ${child}, basedOn: "0",
      workerId: "SW0000001", handOver: { note: "none", childTold: { value: true } } }] }`,
  },
  recordMissing: { accounts: recorders, input: `{ ${ofHistory}, kind: "M", startedOn: "2026-11-01" }` },
  correctReturnRow: { accounts: analysts, input: `{ ${ofHistory}, year: 2025, table: "Header", reason: "none" }` },
  recordProfile: {
    accounts: recorders,
    input: `{ ${ofEntry}, asOf: "2026-01-01", religionNotKnown: NOT_ASKED, firstLanguageNotKnown: NOT_ASKED, needsInterpreter: { notKnown: NOT_ASKED }, hasDisability: { notKnown: NOT_ASKED }, disabilities: [], communicationNeedsNotKnown: NOT_ASKED, nationalities: [], nationalitiesNotKnown: NOT_ASKED, teamNotKnown: NOT_ASKED }`,
  },
  recordSibling: {
    accounts: recorders,
    input: `{ ${ofEntry}, name: "No", relation: FULL, homeNotKnown: NOT_ASKED, livesTogether: { notKnown: NOT_ASKED }, asOf: "2026-01-01" }`,
  },
  recordContactPlan: {
    accounts: recorders,
    input: `{ ${ofEntry}, personName: "No", relation: FRIEND, isBarred: true, barredBy: OTHER_ORDER, startedOn: "2026-01-01", childWishesNotKnown: NOT_ASKED }`,
  },
  recordContact: {
    accounts: recorders,
    input: `{ ${ofEntry}, heldOn: "2026-01-01", personName: "No", relation: FRIEND, kind: PHONE, outcome: CANCELLED, isBreach: false, cancelledBy: CHILD, notHeldReason: "none" }`,
  },
  recordHealthEvent: { accounts: recorders, input: `{ ${ofEntry}, kind: GP_VISIT, happenedOn: "2026-01-01" }` },
  recordHealthRegistration: {
    accounts: recorders,
    input: `{ ${ofEntry}, service: GP, asOf: "2026-01-01", registered: { notKnown: NOT_ASKED } }`,
  },
  recordSchoolPlace: {
    accounts: recorders,
    input: `{ ${ofEntry}, schoolName: "none", type: PRIMARY, startedOn: "2026-01-01", entry: FIRST, unscheduled: { notKnown: NOT_ASKED }, judgementNotKnown: NOT_ASKED, distanceMilesNotKnown: NOT_ASKED }`,
  },
  recordSchoolAttendance: {
    accounts: recorders,
    input: `{ ${ofEntry}, schoolYear: 2025, term: AUTUMN, sessionsPossible: 1, sessionsAttended: 1, sessionsUnauthorised: 0 }`,
  },
  recordSchoolExclusion: {
    accounts: recorders,
    input: `{ ${ofEntry}, startedOn: "2026-01-01", isPermanent: true, why: "none" }`,
  },
  recordEducationPlan: {
    accounts: recorders,
    input: `{ ${ofEntry}, heldOn: "2026-01-01", tookPart: { notKnown: NOT_ASKED }, targets: "none" }`,
  },
  recordAttainment: {
    accounts: recorders,
    input: `{ ${ofEntry}, assessedOn: "2026-01-01", subject: READING, stage: KEY_STAGE_1, isStartingPoint: true, result: "none", standingNotKnown: NOT_ASKED }`,
  },
  recordSpecialEducationalNeed: {
    accounts: recorders,
    input: `{ ${ofEntry}, asOf: "2026-01-01", provision: NONE, needs: [] }`,
  },
  recordSafetyEvent: {
    accounts: recorders,
    input: `{ ${ofEntry}, kind: BULLYING, happenedOn: "2026-01-01", toldByNotKnown: NOT_ASKED, account: "none" }`,
  },
  recordSpecialistSupport: {
    accounts: recorders,
    input: `{ ${ofEntry}, recipient: CHILD, service: OTHER, referredOn: "2026-01-01" }`,
  },
  recordContribution: {
    accounts: recorders,
    input: `{ ${ofEntry}, kind: SPORT, startedOn: "2026-01-01", what: "none" }`,
  },
  recordOffendingOutcome: {
    accounts: recorders,
    input: `{ ${ofEntry}, kind: YOUTH_CAUTION, happenedOn: "2026-01-01" }`,
  },
  recordReturnInterview: {
    accounts: recorders,
    input: `{ ${ofEntry}, missingFrom: "2026-01-01", offered: { notKnown: NOT_ASKED } }`,
  },
  recordLeavingCare: {
    accounts: recorders,
    input: `{ ${ofEntry}, asOf: "2026-01-01", eligibility: QUALIFYING, inTouch: "NO", activityNotKnown: NOT_ASKED, accommodationNotKnown: NOT_ASKED, personalAdviserNotKnown: NOT_ASKED }`,
  },
  recordAdoptionDecision: { accounts: recorders, input: `{ ${ofEntry}, decidedOn: "2026-01-01" }` },
  recordWorker: { accounts: staffRecorders, input: `{ ${ofNoStaff}, name: "none" }` },
  recordEmployment: {
    accounts: staffRecorders,
    input: `{ ${ofNoStaff}, workerId: "none", role: SOCIAL_WORKER, fullTimeEquivalent: 1, engagement: EMPLOYEE, startedOn: "2026-01-01" }`,
  },
  changeEmployment: {
    accounts: staffRecorders,
    input: `{ id: ${staffEntry}, version: 1, key: "matrix", from: "2026-01-01" }`,
  },
  endEmployment: { accounts: staffRecorders, input: `{ id: ${staffEntry}, version: 1, endedOn: "2026-01-01" }` },
  recordPost: {
    accounts: staffRecorders,
    input: `{ ${ofNoStaff}, role: SOCIAL_WORKER, fullTimeEquivalent: 1, isCaseHolding: true, from: "2026-01-01", recruitment: ADVERTISED }`,
  },
  recordDesignation: {
    accounts: staffRecorders,
    input: `{ ${ofNoStaff}, workerId: "none", purpose: PROFESSIONAL_DEVELOPMENT, from: "2026-01-01" }`,
  },
  recordRegistration: {
    accounts: staffRecorders,
    input: `{ ${ofNoStaff}, workerId: "none", status: REGISTERED, registeredOn: "2026-01-01", expiresOn: "2026-11-30" }`,
  },
  transferStaff: {
    accounts: managers,
    input: `{ from: { la: "none" }, to: { la: "none", practice: "none" }, key: "matrix", on: "2026-01-01", workerIds: ["none"], reason: OTHER, guarantee: NONE }`,
  },
  withdrawStaffRecord: { accounts: staffRecorders, input: `{ id: ${staffEntry}, version: 1, reason: "none" }` },
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
  startCarePlan: { accounts: recorders, input: `{ childId: ${child}, key: "matrix", kind: CARE }` },
  writeCarePlan: { accounts: recorders, input: `{ id: ${entry}, version: 1, sections: [] }` },
  agreeCarePlan: {
    accounts: ['la-manager', 'swp-manager'],
    input: `{ id: ${entry}, version: 1, agreedOn: "2026-11-22", people: [], childAgrees: { value: true } }`,
  },
  prepareReview: { accounts: reviewers, input: `{ childId: ${child}, key: "matrix", plannedFor: "2026-12-01" }` },
  holdReview: {
    accounts: ['la-manager', 'la-iro'],
    input: `{ childId: ${child}, key: "matrix", heldOn: "2026-11-22", isPlanRight: { value: true }, planNote: "none",
      nextReviewBy: "2026-12-01", minutes: "none" }`,
  },
  cancelReview: { accounts: reviewers, input: `{ id: ${entry}, version: 1, reason: "none" }` },
  reportReviewDecision: { accounts: reviewers, input: `{ id: ${entry}, version: 1, status: OPEN }` },
  raiseReviewConcern: {
    accounts: ['la-iro'],
    input: `{ childId: ${child}, key: "matrix", text: "There is no such child.", answerBy: "2026-12-01" }`,
  },
  answerReviewConcern: { accounts: reviewers, input: `{ id: ${entry}, version: 1, text: "none" }` },
  requestDecision: {
    accounts: recorders,
    input: `{ childId: ${child}, key: "matrix", type: OTHER, question: "none", childWishesNotKnown: NOT_ASKED }`,
  },
  decideDecision: { accounts: recorders, input: `{ id: ${entry}, version: 1, outcome: AGREED, reason: "none" }` },
  replyToDecision: { accounts: recorders, input: `{ id: ${entry}, version: 1, text: "none" }` },
  setDecisionRule: {
    accounts: managers,
    input: '{ la: "$la", type: OTHER, level: DIRECTOR, mayDecideOwn: false, days: 1, deciderIds: [] }',
  },
  recordVoice: {
    accounts: recorders,
    input: `{ childId: ${child}, key: "matrix", saidOn: "2026-11-22", speaker: CHILD, medium: TALK, ratings: [] }`,
  },
  recordVoicePromise: {
    accounts: recorders,
    input: `{ childId: ${child}, key: "matrix", voiceId: ${entry}, what: "none", who: "none", dueOn: "2026-11-22" }`,
  },
  settleVoicePromise: {
    accounts: recorders,
    input: `{ id: ${entry}, version: 1, isKept: true, settledOn: "2026-11-22", note: "none",
      childTold: { value: true } }`,
  },
  createSurvey: {
    accounts: analysts,
    input: `{ la: "$la", key: "matrix", title: "none", scaleIds: ["none"], groups: [PRACTICE],
      waves: [{ opensOn: "2030-01-01", closesOn: "2030-01-31" }, { opensOn: "2031-01-01", closesOn: "2031-01-31" }] }`,
  },
  changeSurvey: { accounts: analysts, input: '{ surveyId: "$la.none" }' },
  changeSurveyWave: { accounts: analysts, input: '{ waveId: "$la.none.1" }' },
  closeSurveyWave: { accounts: analysts, input: '{ waveId: "$la.none.1" }' },
  inviteStaff: {
    accounts: [...analysts, 'swp-manager'],
    input: '{ waveId: "$la.none.1", group: PRACTICE, addresses: ["nobody@example.org"] }',
  },
  remindStaff: { accounts: [...analysts, 'swp-manager'], input: '{ waveId: "$la.none.1", group: PRACTICE }' },
};
