/** An input that is refused: what is wrong with it, what is changed of the input that is not, and the field that is named. */
export type Refused = readonly [what: string, parts: object, field: string];

/** A concept of the record whose facts people record, as the tests of all of them need it. */
export interface RecordedConcept {
  /** The type, `Contact`: its mutation is `recordContact`. */
  readonly type: string;
  /** The field of the child with its facts. */
  readonly list: string;
  /** An input that is accepted, but for child and key. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The fields asked for, and what they answer of that input. */
  readonly asked: string;
  readonly answer: object;
  readonly refused: readonly Refused[];
}

const future = '2099-01-01';
const beforeBirth = '1990-01-01';
const long = (characters: number): string => 'x'.repeat(characters);
const yes = { value: true };
const notAsked = { notKnown: 'NOT_ASKED' };

const profile: RecordedConcept = {
  type: 'Profile',
  list: 'profiles',
  input: {
    asOf: '2026-01-05',
    religion: 'SIKH',
    firstLanguage: 'bfi',
    needsInterpreter: yes,
    hasDisability: yes,
    disabilities: ['HEAR', 'AUT'],
    communicationNeeds: 'Signs.',
    nationalities: ['GB', 'ER'],
    teamNotKnown: 'AWAITED',
  },
  asked:
    'religion religionNotKnown firstLanguage { code meaning } disabilities { code } nationalities { meaning } team teamNotKnown',
  answer: {
    religion: 'SIKH',
    religionNotKnown: null,
    firstLanguage: { code: 'bfi', meaning: 'British Sign Language' },
    disabilities: [{ code: 'HEAR' }, { code: 'AUT' }],
    nationalities: [{ meaning: 'United Kingdom' }, { meaning: 'Eritrea' }],
    team: null,
    teamNotKnown: 'AWAITED',
  },
  refused: [
    ['a day ahead', { asOf: future }, 'asOf'],
    ['a blank', { religion: null }, 'religion'],
    ['an answer and a reason', { teamNotKnown: 'AWAITED', team: 'North' }, 'team'],
    ['no such language', { firstLanguage: 'xx' }, 'firstLanguage'],
    ['no such country', { nationalities: ['GB', 'ZZ'] }, 'nationalities'],
    ['no country and no reason', { nationalities: [] }, 'nationalities'],
    ['no such disability', { disabilities: ['NONE'] }, 'disabilities'],
    ['a disability that is not named', { disabilities: [] }, 'disabilities'],
    ['a disability of a child who has none', { hasDisability: { value: false } }, 'disabilities'],
    ['a text too long', { communicationNeeds: long(2_001) }, 'communicationNeeds'],
  ],
};

const sibling: RecordedConcept = {
  type: 'Sibling',
  list: 'siblings',
  input: {
    name: 'Robin',
    relation: 'HALF',
    home: 'PARENTS',
    livesTogether: { value: false },
    apartReason: 'Robin never came into care.',
    asOf: '2026-01-05',
  },
  asked: 'name relation home isOfTheAuthority child { id } livesTogether { value notKnown } apartReason',
  answer: { name: 'Robin', isOfTheAuthority: false, child: null, livesTogether: { value: false, notKnown: null } },
  refused: [
    ['nobody named', { name: ' ' }, 'name'],
    ['a home that is left blank', { home: null }, 'home'],
    ['no reason why they live apart', { apartReason: null }, 'apartReason'],
    ['a reason, though they live together', { livesTogether: yes }, 'apartReason'],
    ['a child of another authority', { siblingChildId: 'E08000035.x', name: null, home: null }, 'siblingChildId'],
    ['a child who is not there', { siblingChildId: 'E08000025.x', name: null, home: null }, 'siblingChildId'],
  ],
};

const contactPlan: RecordedConcept = {
  type: 'ContactPlan',
  list: 'contactPlans',
  input: {
    personName: 'Aunt',
    relation: 'OTHER_RELATIVE',
    isBarred: false,
    startedOn: '2026-01-05',
    kind: 'FACE_TO_FACE',
    timesAYear: 12,
    minutes: 90,
    supervision: 'SUPPORTED',
    childWishes: 'To see her every week.',
  },
  asked: 'personName isBarred timesAYear supervision endedOn',
  answer: { isBarred: false, timesAYear: 12, supervision: 'SUPPORTED', endedOn: null },
  refused: [
    ['nobody', { personName: '' }, 'personName'],
    ['an end before the start', { endedOn: '2026-01-04' }, 'endedOn'],
    ['a bar without an order', { isBarred: true }, 'barredBy'],
    ['a plan that an order bars', { barredBy: 'OTHER_ORDER' }, 'barredBy'],
    ['a bar with a plan', { isBarred: true, barredBy: 'OTHER_ORDER' }, 'kind'],
    ['no frequency', { timesAYear: null }, 'timesAYear'],
    ['a frequency of 0', { timesAYear: 0 }, 'timesAYear'],
    ['nobody to be there', { supervision: null }, 'supervision'],
    ['wishes nobody asked for, without a reason', { childWishes: null }, 'childWishes'],
  ],
};

const contact: RecordedConcept = {
  type: 'Contact',
  list: 'contacts',
  input: {
    heldOn: '2026-01-05',
    personName: 'Grandmother',
    relation: 'GRANDPARENT',
    kind: 'VIDEO',
    outcome: 'TOOK_PLACE',
    isBreach: false,
    minutes: 30,
    supervised: yes,
    childView: 'It was good.',
  },
  asked: 'personName outcome minutes supervised { value } plan { id } cancelledBy',
  answer: { personName: 'Grandmother', minutes: 30, supervised: { value: true }, plan: null, cancelledBy: null },
  refused: [
    ['a day ahead', { heldOn: future }, 'heldOn'],
    ['nobody', { personName: null }, 'personName'],
    ['nobody of what relation', { relation: null }, 'relation'],
    ['no such plan', { planId: 'none', personName: null, relation: null }, 'planId'],
    ['a breach where nothing is barred', { isBreach: true }, 'isBreach'],
    ['contact that took place and was cancelled', { cancelledBy: 'CHILD' }, 'cancelledBy'],
    ['contact that was cancelled, by nobody', { outcome: 'CANCELLED', minutes: null }, 'cancelledBy'],
    [
      'contact that was cancelled, and took half an hour',
      { outcome: 'CANCELLED', cancelledBy: 'COURT', notHeldReason: 'Ordered.' },
      'minutes',
    ],
    ['no time and no reason', { minutes: null }, 'minutes'],
    ['nobody who knows whether it was supervised', { supervised: null }, 'supervised'],
    ['nothing of the child', { childView: '  ' }, 'childView'],
  ],
};

const healthEvent: RecordedConcept = {
  type: 'HealthEvent',
  list: 'healthEvents',
  input: { kind: 'SDQ', happenedOn: '2026-01-05', sdqScore: 17, sdqCompletedBy: 'CARER' },
  asked: 'kind sdqScore sdqReason { code } sdqCompletedBy upToDate { value } substanceMisuse { value } outcome',
  answer: { sdqScore: 17, sdqReason: null, sdqCompletedBy: 'CARER', upToDate: null, substanceMisuse: null },
  refused: [
    ['a day before birth', { happenedOn: beforeBirth }, 'happenedOn'],
    ['a score and a reason', { sdqReason: 'SDQ2' }, 'sdqScore'],
    ['neither score nor reason', { sdqScore: null }, 'sdqScore'],
    ['a score above 40', { sdqScore: 41 }, 'sdqScore'],
    ['a score from nobody', { sdqCompletedBy: null }, 'sdqCompletedBy'],
    ['no such reason', { sdqScore: null, sdqCompletedBy: null, sdqReason: 'SDQ9' }, 'sdqReason'],
    ['a score of a dental check', { kind: 'DENTAL_CHECK', outcome: 'DONE', sdqCompletedBy: null }, 'sdqScore'],
    ['an assessment, done or not', { kind: 'REVIEW_ASSESSMENT', sdqScore: null, sdqCompletedBy: null }, 'outcome'],
    ['immunisations, as they may be', { kind: 'IMMUNISATIONS', sdqScore: null, sdqCompletedBy: null }, 'upToDate'],
    [
      'a problem of which nothing came, not even nothing',
      { kind: 'SUBSTANCE_MISUSE', sdqScore: null, sdqCompletedBy: null, substanceMisuse: yes },
      'intervention',
    ],
    [
      'an intervention without a problem',
      {
        kind: 'SUBSTANCE_MISUSE',
        sdqScore: null,
        sdqCompletedBy: null,
        substanceMisuse: notAsked,
        intervention: 'RECEIVED',
      },
      'intervention',
    ],
    ['days off, none', { kind: 'DAYS_OFF_SCHOOL', sdqScore: null, sdqCompletedBy: null }, 'daysOff'],
    ['a measurement in no band', { kind: 'MEASUREMENT', sdqScore: null, sdqCompletedBy: null }, 'weightBand'],
    [
      'a height in centimetres',
      {
        kind: 'MEASUREMENT',
        sdqScore: null,
        sdqCompletedBy: null,
        weightBand: 'HEALTHY',
        heightMillimetres: 151,
      },
      'heightMillimetres',
    ],
  ],
};

const healthRegistration: RecordedConcept = {
  type: 'HealthRegistration',
  list: 'healthRegistrations',
  input: { service: 'DENTIST', asOf: '2026-01-05', registered: yes, providerName: 'High Street' },
  asked: 'service registered { value notKnown } providerName',
  answer: { registered: { value: true, notKnown: null }, providerName: 'High Street' },
  refused: [
    ['nowhere', { providerName: null }, 'providerName'],
    ['somewhere, though not registered', { registered: { value: false } }, 'providerName'],
    ['a blank', { registered: {} }, 'registered'],
  ],
};

const health = [healthEvent, healthRegistration];

/** The concepts about the child, the family and health. */
export const familyAndHealth: readonly RecordedConcept[] = [profile, sibling, contactPlan, contact, ...health];
