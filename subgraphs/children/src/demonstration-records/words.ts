/** Words for made-up records, plainly made up: every text says that it is an example. */

type Words = readonly [string, ...string[]];

/** What a visit’s note says. */
export const VISIT_NOTES: Words = [
  'Example note: we looked at the vegetable patch and talked about the week. Nothing to follow up.',
  'Example note: tea and biscuits in the kitchen. The example cat was discussed at length.',
  'Example note: we walked to the pretend canal and back. Agreed to bring the forms next time.',
  'Example note: a made-up conversation about a made-up football match. The bedroom was shown with pride.',
  'Example note: we played a board game that does not exist, and talked about school.',
];

/** Why a child was not seen. */
export const NOT_SEEN: Words = [
  'Example: nobody was at home; a card was left.',
  'Example: the child had gone to a made-up birthday party.',
];

/** What a child says. */
export const CHILD_WORDS: Words = [
  'Example words: I like my room and the invented dog.',
  'Example words: I would like more chips and fewer meetings.',
  'Example words: can we see the pretend canal again?',
  'Example words: it is all right here, I want to stay.',
];

/** What a carer says. */
export const CARER_WORDS: Words = [
  'Example words: sleeps well and laughs at the invented dog.',
  'Example words: settling in; we would like the summer planned earlier.',
];

/** What the child says of contact. */
export const CONTACT_VIEWS: Words = [
  'Example: enjoyed the made-up afternoon.',
  'Example: was quiet afterwards, then asked when the next one is.',
  'Example: showed the drawing of an invented boat.',
];

/** What a personal education plan sets. */
export const TARGETS: Words = [
  'Example targets: read an invented book each week; use the quiet room when it is loud.',
  'Example targets: practise made-up fractions twice a week; join the example choir.',
  'Example targets: an invented maths tutor on Tuesdays; a visit to the example college.',
];

/** What came out of a review. */
export const MINUTES: Words = [
  'Example minutes: the made-up plan was read aloud and talked through. Everybody agreed it fits.',
  'Example minutes: the invented timetable for the summer was agreed. The child asked for a later bedtime.',
];

/** What a review decides. */
export const REVIEW_DECISIONS: Words = [
  'Example: arrange the made-up dental appointment.',
  'Example: write to the example school about the quiet room.',
  'Example: draw up the invented summer timetable with the child.',
];

/** What a plan says in a section. */
export function sectionWords(section: string): string {
  const about = section.toLowerCase().replaceAll('_', ' ');
  return `Example text about ${about}: what is needed, who does it and by when. Made up, and about nobody.`;
}

/** What happened, of a safety event. */
export const SAFETY_ACCOUNT =
  'Example account: an invented incident in an invented playground. It says nothing about anybody.';
/** What was done about it. */
export const SAFETY_DONE = 'Example: talked with the child, the carers and the example school.';

/** What children take part in, by kind. */
export const ACHIEVEMENTS = {
  SPORT: 'Example United, under tens',
  CLUB: 'The made-up drama club',
  PRIZE: 'Example certificate for invented kindness',
  VOLUNTEERING: 'Helps at the pretend library',
} as const;
