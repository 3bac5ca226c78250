import { noteField, type RecordField } from '../form/record-field.ts';

/** What harms a child or puts a child at risk. */
export const safetyEventKinds = [
  { value: 'BULLYING', text: 'Bullying' },
  { value: 'DISCRIMINATION', text: 'Discrimination' },
  { value: 'SELF_HARM', text: 'Self-harm' },
  { value: 'EXPLOITATION_CONCERN', text: 'A concern that the child is exploited' },
  { value: 'ALLEGATION', text: 'An allegation against somebody who cares for or works with the child' },
  { value: 'POLICE_CONTACT', text: 'Contact with the police, as a victim, witness or suspect' },
] as const;

/** The questions about harm, or the risk of it. */
export const safetyEventFields: readonly RecordField[] = [
  { kind: 'choice', name: 'kind', label: 'What was it?', choices: safetyEventKinds, missing: 'Choose what it was' },
  {
    kind: 'choice',
    name: 'exploitation',
    label: 'What kind of exploitation is it thought to be?',
    short: 'Kind of exploitation',
    choices: [
      { value: 'SEXUAL', text: 'Sexual' },
      { value: 'CRIMINAL', text: 'Criminal, county lines included' },
      { value: 'TRAFFICKING', text: 'Trafficking or modern slavery' },
      { value: 'ONLINE', text: 'Online' },
      { value: 'RADICALISATION', text: 'Radicalisation' },
      { value: 'OTHER', text: 'Another kind' },
    ],
    missing: 'Choose what kind it is thought to be',
    isShown: ({ kind }) => kind === 'EXPLOITATION_CONCERN',
  },
  { kind: 'day', name: 'happenedOn', label: 'When was it?', isToday: true, missing: 'Enter the day' },
  {
    kind: 'choice',
    name: 'toldBy',
    label: 'Who told of it first?',
    short: 'Told by',
    choices: [
      { value: 'CHILD', text: 'The child' },
      { value: 'CARER', text: 'A carer' },
      { value: 'FAMILY', text: 'The family' },
      { value: 'SCHOOL', text: 'The school' },
      { value: 'POLICE', text: 'The police' },
      { value: 'WORKER', text: 'A worker noticed it' },
      { value: 'OTHER', text: 'Somebody else' },
    ],
    notKnown: 'toldByNotKnown',
    missing: 'Choose who told of it first, or that it is not known',
  },
  { kind: 'words', name: 'account', label: 'What happened?', missing: 'Write what happened' },
  {
    kind: 'words',
    name: 'done',
    label: 'What was done?',
    hint: 'Leave it empty if nothing has been done yet, and change this entry when it has.',
    none: 'Nothing yet',
  },
  {
    kind: 'day',
    name: 'resolvedOn',
    label: 'When was it settled?',
    hint: 'Leave it empty while it is not.',
    short: 'Settled',
    none: 'Not yet',
  },
];

/** What came of an offence. */
export const offendingOutcomes = [
  { value: 'COMMUNITY_RESOLUTION', text: 'Settled without caution or conviction' },
  { value: 'YOUTH_CAUTION', text: 'Youth caution' },
  { value: 'YOUTH_CONDITIONAL_CAUTION', text: 'Youth conditional caution' },
  { value: 'CONVICTION', text: 'Conviction' },
  { value: 'INJUNCTION', text: 'Injunction or criminal behaviour order' },
  { value: 'FINAL_WARNING', text: 'Reprimand or final warning (until April 2013)' },
] as const;

/** The questions about a caution, conviction or other outcome of offending. */
export const offendingFields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'kind',
    label: 'What came of it?',
    choices: offendingOutcomes,
    missing: 'Choose what came of it',
  },
  { kind: 'day', name: 'happenedOn', label: 'On what day?', missing: 'Enter the day' },
  noteField,
];
