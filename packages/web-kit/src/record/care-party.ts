/** People who have a part in a child's plans and reviews, as people call them. */
export const careParties = [
  { value: 'CHILD', text: 'The child' },
  { value: 'MOTHER', text: 'The mother' },
  { value: 'FATHER', text: 'The father' },
  { value: 'PARENTAL_RESPONSIBILITY', text: 'Somebody else with parental responsibility' },
  { value: 'RELATIVE', text: 'A relative' },
  { value: 'CARER', text: 'The carer, or the manager of the home' },
  { value: 'SOCIAL_WORKER', text: 'The social worker' },
  { value: 'REVIEWING_OFFICER', text: 'The Independent Reviewing Officer' },
  { value: 'PERSONAL_ADVISER', text: 'The personal adviser' },
  { value: 'SCHOOL', text: 'The school, college or employer' },
  { value: 'VIRTUAL_SCHOOL', text: 'The virtual school' },
  { value: 'HEALTH', text: 'The doctor, nurse or another health professional' },
  { value: 'ADVOCATE', text: 'An advocate or independent visitor' },
  { value: 'OTHER', text: 'Somebody else' },
] as const;
