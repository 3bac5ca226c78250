import type { RecordedConcept } from './recorded-life.ts';

const future = '2099-01-01';
const yes = { value: true };
const no = { value: false };

const schoolPlace: RecordedConcept = {
  type: 'SchoolPlace',
  list: 'schoolPlaces',
  input: {
    urn: '123456',
    schoolName: 'Hill School',
    type: 'PRIMARY',
    startedOn: '2026-01-05',
    entry: 'PLACEMENT_CHANGED',
    unscheduled: yes,
    judgement: 'GOOD',
    distanceMiles: 1.5,
  },
  asked: 'urn type unscheduled { value } judgement distanceMiles endedOn',
  answer: { urn: '123456', unscheduled: { value: true }, judgement: 'GOOD', distanceMiles: 1.5, endedOn: null },
  refused: [
    ['a number of other length', { urn: '12345' }, 'urn'],
    ['no name', { schoolName: '' }, 'schoolName'],
    ['an end before the start', { endedOn: '2026-01-04' }, 'endedOn'],
    ['an end ahead', { endedOn: future }, 'endedOn'],
    ['no judgement and no reason', { judgement: null }, 'judgement'],
    ['a school beyond the sea', { distanceMiles: 501 }, 'distanceMiles'],
  ],
};

const schoolAttendance: RecordedConcept = {
  type: 'SchoolAttendance',
  list: 'schoolAttendances',
  input: {
    schoolYear: 2025,
    term: 'AUTUMN',
    sessionsPossible: 140,
    sessionsAttended: 133,
    sessionsUnauthorised: 2,
  },
  asked: 'schoolYear term sessionsAttended attendanceRate',
  answer: { schoolYear: 2025, sessionsAttended: 133, attendanceRate: 0.95 },
  refused: [
    ['a year ahead', { schoolYear: 2027 }, 'schoolYear'],
    ['more sessions than a term has', { term: 'SPRING', sessionsPossible: 201 }, 'sessionsPossible'],
    ['more sessions than were possible', { term: 'SPRING', sessionsAttended: 141 }, 'sessionsAttended'],
    ['more away than away', { term: 'SPRING', sessionsUnauthorised: 8 }, 'sessionsUnauthorised'],
    ['the same term twice', {}, 'term'],
  ],
};

const schoolExclusion: RecordedConcept = {
  type: 'SchoolExclusion',
  list: 'schoolExclusions',
  input: { startedOn: '2026-01-05', isPermanent: false, sessions: 4, why: 'Fighting.' },
  asked: 'isPermanent sessions why',
  answer: { isPermanent: false, sessions: 4 },
  refused: [
    ['no length', { sessions: null }, 'sessions'],
    ['a length of what is permanent', { isPermanent: true }, 'sessions'],
    ['no reason', { why: '' }, 'why'],
  ],
};

const educationPlan: RecordedConcept = {
  type: 'EducationPlan',
  list: 'educationPlans',
  input: { heldOn: '2026-01-05', nextDueOn: '2026-06-05', tookPart: yes, targets: 'To read for joy.' },
  asked: 'heldOn nextDueOn tookPart { value }',
  answer: { nextDueOn: '2026-06-05', tookPart: { value: true } },
  refused: [
    ['a next one before this', { nextDueOn: '2026-01-04' }, 'nextDueOn'],
    ['a meeting ahead', { heldOn: future }, 'heldOn'],
    ['no targets', { targets: '' }, 'targets'],
  ],
};

const attainment: RecordedConcept = {
  type: 'Attainment',
  list: 'attainments',
  input: {
    assessedOn: '2026-01-05',
    subject: 'READING',
    stage: 'KEY_STAGE_2',
    isStartingPoint: true,
    result: '98',
    standing: 'BELOW',
  },
  asked: 'subject isStartingPoint result standing standingNotKnown',
  answer: { isStartingPoint: true, result: '98', standing: 'BELOW', standingNotKnown: null },
  refused: [
    ['no result', { result: '' }, 'result'],
    ['no standing and no reason', { standing: null }, 'standing'],
  ],
};

const specialEducationalNeed: RecordedConcept = {
  type: 'SpecialEducationalNeed',
  list: 'specialEducationalNeeds',
  input: { asOf: '2026-01-05', provision: 'PLAN', needs: ['AUTISM', 'HEARING'], planReviewedOn: '2025-11-01' },
  asked: 'provision needs planReviewedOn',
  answer: { provision: 'PLAN', needs: ['AUTISM', 'HEARING'], planReviewedOn: '2025-11-01' },
  refused: [
    ['a plan for no need', { needs: [] }, 'needs'],
    ['needs for which nothing is provided', { provision: 'NONE', planReviewedOn: null }, 'needs'],
    ['the review of no plan', { provision: 'SUPPORT' }, 'planReviewedOn'],
    ['a blank', { provision: null }, 'provision'],
  ],
};

const contribution: RecordedConcept = {
  type: 'Contribution',
  list: 'contributions',
  input: { kind: 'SPORT', startedOn: '2026-01-05', what: 'Plays football for the county.' },
  asked: 'kind endedOn what',
  answer: { kind: 'SPORT', endedOn: null },
  refused: [
    ['an end before the start', { endedOn: '2026-01-04' }, 'endedOn'],
    ['nothing', { what: '' }, 'what'],
  ],
};

const safetyEvent: RecordedConcept = {
  type: 'SafetyEvent',
  list: 'safetyEvents',
  input: {
    kind: 'EXPLOITATION_CONCERN',
    happenedOn: '2026-01-05',
    exploitation: 'CRIMINAL',
    toldBy: 'CHILD',
    account: 'Asked to carry a parcel.',
  },
  asked: 'kind exploitation toldBy done resolvedOn',
  answer: { exploitation: 'CRIMINAL', toldBy: 'CHILD', done: null, resolvedOn: null },
  refused: [
    ['exploitation of no kind', { exploitation: null }, 'exploitation'],
    ['bullying as exploitation', { kind: 'BULLYING' }, 'exploitation'],
    ['told by nobody, for no reason', { toldBy: null }, 'toldBy'],
    ['settled before it happened', { resolvedOn: '2026-01-04' }, 'resolvedOn'],
    ['nothing', { account: '' }, 'account'],
  ],
};

const specialistSupport: RecordedConcept = {
  type: 'SpecialistSupport',
  list: 'specialistSupports',
  input: { recipient: 'PARENT', service: 'SUBSTANCE_MISUSE', referredOn: '2026-01-05', startedOn: '2026-02-04' },
  asked: 'recipient startedOn closedOn waitDays',
  answer: { recipient: 'PARENT', startedOn: '2026-02-04', closedOn: null, waitDays: 30 },
  refused: [
    ['begun before it was asked for', { startedOn: '2026-01-04' }, 'startedOn'],
    ['ended before it began', { closedOn: '2026-02-03' }, 'closedOn'],
    ['closed without beginning, for no reason', { startedOn: null, closedOn: '2026-02-04' }, 'notStartedReason'],
    ['a reason why what began did not', { notStartedReason: 'DECLINED' }, 'notStartedReason'],
  ],
};

const offendingOutcome: RecordedConcept = {
  type: 'OffendingOutcome',
  list: 'offendingOutcomes',
  input: { kind: 'YOUTH_CAUTION', happenedOn: '2026-01-05' },
  asked: 'kind happenedOn note',
  answer: { kind: 'YOUTH_CAUTION', note: null },
  refused: [['a child of 9', { happenedOn: '2024-05-05' }, 'happenedOn']],
};

const returnInterview: RecordedConcept = {
  type: 'ReturnInterview',
  list: 'returnInterviews',
  input: {
    missingFrom: '2026-01-05',
    offered: yes,
    accepted: yes,
    heldOn: '2026-01-09',
    said: 'Went to see a friend.',
  },
  asked: 'missingFrom incident { endedOn } offered { value } accepted { value } heldOn',
  answer: {
    incident: { endedOn: '2026-01-07' },
    offered: { value: true },
    accepted: { value: true },
    heldOn: '2026-01-09',
  },
  refused: [
    ['a time missing that is not on record', { missingFrom: '2026-01-06' }, 'missingFrom'],
    ['a child who is not back', { missingFrom: '2026-02-01' }, 'missingFrom'],
    ['offered, and accepted or not', { accepted: null }, 'accepted'],
    ['accepted without an offer', { offered: no }, 'accepted'],
    ['held though declined', { accepted: no }, 'heldOn'],
    ['held before the return', { heldOn: '2026-01-06' }, 'heldOn'],
  ],
};

const leavingCare: RecordedConcept = {
  type: 'LeavingCare',
  list: 'leavingCare',
  input: {
    asOf: '2026-01-05',
    eligibility: 'ELIGIBLE',
    inTouch: 'YES',
    lastContactOn: '2026-01-05',
    activity: 'F2',
    accommodation: 'U1',
    personalAdviserNotKnown: 'AWAITED',
  },
  asked: 'inTouch { code } activity { code meaning } accommodation { code } personalAdviser personalAdviserNotKnown',
  answer: {
    inTouch: { code: 'YES' },
    activity: { code: 'F2', meaning: 'Full time in other education' },
    accommodation: { code: 'U1' },
    personalAdviser: null,
    personalAdviserNotKnown: 'AWAITED',
  },
  refused: [
    ['in touch on no day', { lastContactOn: null }, 'lastContactOn'],
    ['a contact after the day', { lastContactOn: '2026-01-06' }, 'lastContactOn'],
    ['no such code', { inTouch: 'MAYBE' }, 'inTouch'],
    ['an activity of former years', { activity: 'F3' }, 'activity'],
    ['homeless in a suitable home', { accommodation: 'S1' }, 'accommodation'],
    ['a code that says nothing', { accommodation: '0' }, 'accommodation'],
    ['the activity of somebody who died', { inTouch: 'DIED' }, 'activity'],
    ['a blank', { personalAdviserNotKnown: null }, 'personalAdviser'],
  ],
};

const adoptionDecision: RecordedConcept = {
  type: 'AdoptionDecision',
  list: 'adoptionDecisions',
  input: {
    decidedOn: '2026-01-05',
    matchedOn: '2026-03-05',
    adopterSexes: 'MF',
    adopterStatus: 'L11',
    isByFosterCarer: false,
  },
  asked: 'decidedOn adopterSexes { code } adopterStatus { code } isByFosterCarer reversedReason { code }',
  answer: { adopterSexes: { code: 'MF' }, adopterStatus: { code: 'L11' }, reversedReason: null },
  refused: [
    ['a match before the decision', { matchedOn: '2026-01-04' }, 'matchedOn'],
    ['a match with nobody', { adopterSexes: null }, 'adopterSexes'],
    ['adopters without a match', { matchedOn: null }, 'adopterSexes'],
    ['a couple that is single', { adopterStatus: 'L0' }, 'adopterStatus'],
    ['nobody who fosters, or does', { isByFosterCarer: null }, 'isByFosterCarer'],
    ['reversed for no reason', { reversedOn: '2026-04-05' }, 'reversedReason'],
    ['a reason though it stands', { reversedReason: 'RD1' }, 'reversedReason'],
  ],
};

/** The concepts about school, what the child achieves, safety and life after care. */
export const schoolingAndSafety: readonly RecordedConcept[] = [
  schoolPlace,
  schoolAttendance,
  schoolExclusion,
  educationPlan,
  attainment,
  specialEducationalNeed,
  contribution,
  safetyEvent,
  specialistSupport,
  offendingOutcome,
  returnInterview,
  leavingCare,
  adoptionDecision,
];
