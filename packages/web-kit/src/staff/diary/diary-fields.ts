import type { RecordField } from '../../record/form/record-field.ts';

/** What a day is spent on, in the order of the diary. */
export const activities = [
  { name: 'withChildren', text: 'With children and young people' },
  { name: 'withFamilies', text: 'With their families and carers' },
  { name: 'formsAndReports', text: 'Forms and reports' },
  { name: 'meetingsAndCourt', text: 'Meetings and court' },
  { name: 'travel', text: 'Travel' },
  { name: 'supervisionAndLearning', text: 'Supervision and learning' },
  { name: 'other', text: 'Anything else' },
] as const;

/** Minutes by activity, as a day of the diary holds them. */
export type Minutes = Readonly<Record<(typeof activities)[number]['name'], number>>;

/** The questions about a day: hours, of which a quarter is the smallest that anybody remembers. */
export const diaryFields: readonly RecordField[] = [
  { kind: 'day', name: 'on', label: 'Which day?', isToday: true, missing: 'Enter the day' },
  ...activities.map(({ name, text }): RecordField => ({
    kind: 'number',
    name,
    label: text,
    unit: 'hours',
    decimals: 2,
    times: 60,
  })),
];

/** The graph's input of the form: an activity that is left empty took no time. */
export function diaryInput(answers: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...answers, ...Object.fromEntries(activities.map(({ name }) => [name, answers[name] ?? 0])) };
}

/** Minutes as people say them: `1 h 30 min`. */
export function minutesInWords(minutes: number): string {
  const hours = Math.trunc(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ') || 'None';
}

/** The minutes of several days together. */
export function togetherOf(days: readonly Minutes[]): Minutes {
  const sum = (name: keyof Minutes) => days.reduce((total, day) => total + day[name], 0);
  return Object.fromEntries(activities.map(({ name }) => [name, sum(name)])) as unknown as Minutes;
}
