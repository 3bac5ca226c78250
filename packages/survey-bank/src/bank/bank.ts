import { licensedScales } from './licensed-scales.ts';
import { ownScales } from './own-scales.ts';
import type { Scale, SurveyTheme } from './scale.ts';

/** The themes of the evaluation, in its order. */
export const themes: readonly SurveyTheme[] = [
  { id: 'burnout', name: 'Burnout and satisfaction', about: 'How worn out or content people are.' },
  { id: 'demand-control', name: 'Demand and control', about: 'What the job asks, and how much of it one decides.' },
  {
    id: 'expectations',
    name: 'Expectations',
    about: 'What people expect of social work practices, and how it changes.',
  },
  { id: 'time-spent', name: 'Time spent', about: 'Whether there is the right amount of time for each task.' },
  { id: 'workload', name: 'Workload', about: 'Whether the work has grown, and whether it can be managed.' },
  { id: 'relationships', name: 'Care and relationships', about: 'Lasting and good relationships with children.' },
  { id: 'autonomy', name: 'Autonomy', about: 'Deciding oneself how to work.' },
  { id: 'participation', name: 'Participation', about: 'Taking part in running the organisation.' },
  { id: 'support', name: 'Support', about: 'Supervision, advice, colleagues, learning from mistakes.' },
];

/** Every scale of the bank, by theme. */
export const scales: readonly Scale[] = themes.flatMap(({ id }) =>
  [...licensedScales, ...ownScales].filter(({ theme }) => theme === id),
);

const byId = new Map(scales.map((scale) => [scale.id, scale]));

/** The scale of this id; null when the bank has none. */
export function scaleOf(id: string): Scale | null {
  return byId.get(id) ?? null;
}
