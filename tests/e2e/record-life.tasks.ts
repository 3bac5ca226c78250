import type { FormAnswer } from './pages/record.page-object.ts';

/** Something of a child's life to record. */
export interface LifeTask {
  /** Where the form is, below the child. */
  readonly form: string;
  readonly button: string;
  readonly section: RegExp;
  readonly answers: Readonly<Record<string, FormAnswer>>;
  /** The entry's heading, and some rows of its summary. */
  readonly heading: string;
  readonly rows: Readonly<Record<string, string>>;
}

/** Why something is not known, where the form asks. */
export const notKnown = { select: 'It was not asked' };

/** One entry of each kind but of the child's voice; `brother` is another child's own number. */
export const lifeTasks = (brother: string): readonly LifeTask[] => [
  {
    form: 'profile/details/new',
    button: 'Record who the child is',
    section: /^Who the child is/,
    answers: {
      'Since when is it so?': { day: '2026-03-02' },
      'What is the child’s religion?': { choose: 'Not known' },
      'Why is it not known?': { select: 'They did not want to say' },
      'Which language did the child learn first?': { select: 'Punjabi' },
      'Does the child need an interpreter?': { choose: 'No' },
      'What is the child’s nationality?': { select: 'United Kingdom' },
      'Is the child disabled?': { choose: 'No' },
      'What helps the child to understand and to be understood?': { type: 'Nothing special is needed' },
      'Which team is the child with?': { type: 'Children in care, north' },
    },
    heading: 'Since 2 March 2026',
    rows: { Religion: 'Not known: they did not want to say', 'First language': 'Punjabi', Disabled: 'No' },
  },
  {
    form: 'profile/siblings/new',
    button: 'Record a brother or sister',
    section: /^Who the child is/,
    answers: {
      'Is the brother or sister a child of this authority too?': { choose: 'Yes' },
      'The brother’s or sister’s number in this authority’s records': { type: brother },
      'How are they brother or sister?': { choose: 'One parent is the same (half)' },
      'Do they live together?': { choose: 'No' },
      'Why do they not live together?': { type: 'No home for both was found' },
    },
    heading: `Child ${brother}`,
    rows: { Relation: 'One parent is the same (half)', 'Why apart': 'No home for both was found' },
  },
  {
    form: 'health/events/new',
    button: 'Record an assessment, check or visit',
    section: /^Health/,
    answers: {
      'What are you recording?': { select: 'Height and weight' },
      'On what day was it?': { day: '2026-02-10' },
      'Height (cm)': { type: '131.5' },
      'Weight (kg)': { type: '28.25' },
      'How did whoever measured describe the weight for the child’s height and age?': { choose: 'Healthy' },
    },
    heading: '10 February 2026: Height and weight',
    rows: { Height: '131.5 cm', Weight: '28.25 kg', 'Weight for height': 'Healthy' },
  },
  {
    form: 'health/registrations/new',
    button: 'Record a registration',
    section: /^Health/,
    answers: {
      'With whom?': { choose: 'Dentist' },
      'Since when is it so?': { day: '2025-09-01' },
      'Is the child registered?': { choose: 'Not known' },
      'Why is it not known?': notKnown,
    },
    heading: 'Dentist, since 1 September 2025',
    rows: { Registered: 'Not known: it was not asked' },
  },
  {
    form: 'health/specialist-support/new',
    button: 'Record specialist support',
    section: /^Health/,
    answers: {
      'Who is it for?': { choose: 'The child' },
      'What was asked for?': { select: 'Mental health' },
      'When was the referral?': { day: '2026-01-05' },
      'When did it begin?': { day: '2026-01-26' },
    },
    heading: 'Mental health, asked for on 5 January 2026',
    rows: { Waited: '21 days', Began: '26 January 2026' },
  },
  {
    form: 'education/schools/new',
    button: 'Record a school',
    section: /^Education/,
    answers: {
      'What is the school called?': { type: 'Harbour Primary' },
      'What kind of school is it?': { select: 'Primary school' },
      'When was the first day?': { day: '2025-09-03' },
      'Why did the child come to this school?': { choose: 'The child moved to another placement' },
      'Was it a change within a school year that the care plan did not foresee?': { choose: 'No' },
      'How had Ofsted last judged the school when the child came?': { choose: 'Good' },
      'How far is it from where the child lives? (miles)': { type: '1.5' },
    },
    heading: 'Harbour Primary, from 3 September 2025',
    rows: { 'Last day': 'Still there', 'From where the child lives': '1.5 miles' },
  },
  {
    form: 'education/needs/new',
    button: 'Record special educational needs',
    section: /^Education/,
    answers: {
      'Since when is it so?': { day: '2026-01-12' },
      'What is provided for special educational needs?': { choose: 'Support at school' },
      'Which needs? The foremost one first': { select: 'Hearing' },
    },
    heading: 'Since 12 January 2026: Support at school',
    rows: { Needs: 'Hearing' },
  },
  {
    form: 'education/attendance/new',
    button: 'Record attendance in a term',
    section: /^Education/,
    answers: {
      'Which school year?': { select: '2025 to 2026' },
      'Which term?': { choose: 'Autumn' },
      'Sessions the school was open to the child': { type: '140' },
      'Sessions the child was there': { type: '133' },
      'Sessions the child was away without leave': { type: '0' },
    },
    heading: 'Autumn term, 2025 to 2026',
    rows: { There: '95%', 'Sessions away without leave': '0' },
  },
  {
    form: 'achievements/new',
    button: 'Record an achievement',
    section: /^Achievements/,
    answers: {
      'What kind is it?': { choose: 'Sport, or a sports club' },
      'What is it?': { type: 'Plays in goal for the school' },
      'When did it begin, or when was it achieved?': { day: '2026-01-20' },
    },
    heading: '20 January 2026: Sport, or a sports club',
    rows: { 'What is it?': 'Plays in goal for the school' },
  },
  {
    form: 'safety/events/new',
    button: 'Record harm or a risk',
    section: /^Safety/,
    answers: {
      'What was it?': { choose: 'A concern that the child is exploited' },
      'What kind of exploitation is it thought to be?': { choose: 'Online' },
      'When was it?': { day: '2026-02-01' },
      'Who told of it first?': { choose: 'A carer' },
      'What happened?': { type: 'Messages from a stranger' },
    },
    heading: '1 February 2026: A concern that the child is exploited',
    rows: { 'Kind of exploitation': 'Online', 'What was done?': 'Nothing yet', Settled: 'Not yet' },
  },
  {
    form: 'leaving-care/new',
    button: 'Record how the young person is',
    section: /^Leaving care/,
    answers: {
      'On what day was it so?': { day: '2026-03-01' },
      'What is the young person entitled to?': { choose: 'Eligible child' },
      'Are you in touch?': { choose: 'In touch' },
      'When were you last in touch?': { day: '2026-02-27' },
      'What do they mainly do?': { select: 'Full time in other education' },
      'Where do they live, and is it suitable?': { select: 'Not known' },
      'Why is it not known?': notKnown,
      'Who is the personal adviser?': { type: 'None has been appointed' },
    },
    heading: 'On 1 March 2026',
    rows: { 'Main activity': 'Full time in other education', Lives: 'Not known: it was not asked' },
  },
  {
    form: 'adoption/new',
    button: 'Record an adoption decision',
    section: /^Adoption/,
    answers: {
      'When was it decided that the child should be placed for adoption?': { day: '2025-05-06' },
      'When was the child matched with adopters?': { day: '2025-11-10' },
      'Who are the adopters?': { choose: 'Female couple' },
      'What is the adopters’ legal status?': { choose: 'Civil partners' },
      'Did they foster the child before?': { choose: 'No' },
    },
    heading: 'Decided on 6 May 2025',
    rows: { Adopters: 'Female couple', Reversed: 'The decision stands' },
  },
];
