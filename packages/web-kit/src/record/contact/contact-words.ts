/** What a person is to a child, as people say it. */
export const relations = [
  { value: 'MOTHER', text: 'Mother' },
  { value: 'FATHER', text: 'Father' },
  { value: 'BROTHER_OR_SISTER', text: 'Brother or sister' },
  { value: 'GRANDPARENT', text: 'Grandparent' },
  { value: 'OTHER_RELATIVE', text: 'Another relative' },
  { value: 'FORMER_CARER', text: 'Somebody who cared for the child before' },
  { value: 'FRIEND', text: 'A friend' },
  { value: 'OTHER', text: 'Somebody else of importance' },
] as const;

/** How people are in contact. */
export const contactKinds = [
  { value: 'FACE_TO_FACE', text: 'In person' },
  { value: 'VIDEO', text: 'By video' },
  { value: 'PHONE', text: 'By telephone' },
  { value: 'MESSAGES', text: 'By messages' },
  { value: 'LETTERS', text: 'By letter' },
] as const;

/** What bars contact. */
export const bars = [
  { value: 'PROHIBITED_STEPS_ORDER', text: 'A prohibited steps order (section 8)' },
  { value: 'COURT_REFUSED_CONTACT', text: 'A court lets the authority refuse it (section 34(4))' },
  { value: 'AUTHORITY_REFUSED_CONTACT', text: 'The authority refuses it, for at most 7 days (section 34(6))' },
  { value: 'NO_CONTACT_ORDER', text: 'An injunction, restraining order or condition of bail or licence' },
  { value: 'OTHER_ORDER', text: 'Another order of a court' },
] as const;

/** Who is there when a child meets somebody. */
export const supervisions = [
  { value: 'UNSUPERVISED', text: 'Nobody else need be there' },
  { value: 'SUPPORTED', text: 'Somebody is at hand' },
  { value: 'SUPERVISED', text: 'Somebody watches all the time' },
] as const;

/** Whether contact took place. */
export const outcomes = [
  { value: 'TOOK_PLACE', text: 'It took place' },
  { value: 'CANCELLED', text: 'It was cancelled beforehand' },
  { value: 'NOT_ATTENDED', text: 'Somebody did not come' },
] as const;

/** Who kept contact from taking place. */
export const parties = [
  { value: 'CHILD', text: 'The child' },
  { value: 'PERSON', text: 'The person the child was to meet' },
  { value: 'CARER', text: 'The carer or the home' },
  { value: 'SERVICE', text: 'The authority, the practice or whoever supervises' },
  { value: 'COURT', text: 'A court' },
  { value: 'OTHER', text: 'Somebody or something else' },
] as const;
