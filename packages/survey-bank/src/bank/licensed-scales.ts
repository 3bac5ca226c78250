import type { AnswerOption, Band, KeyItem, LicensedScale } from './scale.ts';

const maslach =
  'Maslach, Jackson and Leiter, Maslach Burnout Inventory – Human Services Survey, 3rd edition 1996: numbers of items, ' +
  'key and ranges of the whole human services sample. The 4th edition (2016) gives no ranges any more: they serve for ' +
  'comparison with older studies, not as a diagnosis.';
const karasek =
  'Karasek and others, The Job Content Questionnaire, Journal of Occupational Health Psychology 3 (1998) 4, 322–355: ' +
  'numbers of items, key and ranges of the score. No bands are published.';

/** How often, in seven steps from 0 to 6. What each step is called belongs to the licensed text. */
const frequency: readonly AnswerOption[] = Array.from({ length: 7 }, (_, value) => ({ value, label: `${value}` }));
/** Four steps of agreement. */
const fourSteps: readonly AnswerOption[] = Array.from({ length: 4 }, (_, index) => ({
  value: index + 1,
  label: `${index + 1}`,
}));

const same = (count: number, weight = 1): KeyItem[] => Array.from({ length: count }, () => ({ weight }));

type Parts = Pick<LicensedScale, 'id' | 'theme' | 'name' | 'about' | 'direction' | 'key' | 'range'>;

function burnout(parts: Parts, bands: readonly Band[]): LicensedScale {
  return { kind: 'licensed', options: frequency, source: maslach, ...parts, bands };
}

function jobContent(parts: Parts): LicensedScale {
  return { kind: 'licensed', options: fourSteps, source: karasek, bands: [], ...parts };
}

/** The scales of instruments under copyright: how they are scored, and no words of theirs. */
export const licensedScales: readonly LicensedScale[] = [
  burnout(
    {
      id: 'emotional-exhaustion',
      theme: 'burnout',
      name: 'Emotional exhaustion (Maslach)',
      about: 'Being drained by one’s work. A high score means more burnout.',
      direction: 'LOWER_IS_BETTER',
      key: same(9),
      range: { from: 0, to: 54 },
    },
    [
      { name: 'Low', from: 0, to: 16 },
      { name: 'Moderate', from: 17, to: 26 },
      { name: 'High', from: 27, to: 54 },
    ],
  ),
  burnout(
    {
      id: 'depersonalisation',
      theme: 'burnout',
      name: 'Depersonalisation (Maslach)',
      about: 'Having grown distant from those one works for. A high score means more burnout.',
      direction: 'LOWER_IS_BETTER',
      key: same(5),
      range: { from: 0, to: 30 },
    },
    [
      { name: 'Low', from: 0, to: 6 },
      { name: 'Moderate', from: 7, to: 12 },
      { name: 'High', from: 13, to: 30 },
    ],
  ),
  burnout(
    {
      id: 'personal-accomplishment',
      theme: 'burnout',
      name: 'Personal accomplishment (Maslach)',
      about: 'Feeling able and successful in one’s work. A low score means more burnout; the ranges are of burnout.',
      direction: 'HIGHER_IS_BETTER',
      key: same(8),
      range: { from: 0, to: 48 },
    },
    [
      { name: 'High', from: 0, to: 31 },
      { name: 'Moderate', from: 32, to: 38 },
      { name: 'Low', from: 39, to: 48 },
    ],
  ),
  jobContent({
    id: 'psychological-demands',
    theme: 'demand-control',
    name: 'Psychological demands (Karasek)',
    about: 'How fast and how hard the work has to be done. A high score means more strain.',
    direction: 'LOWER_IS_BETTER',
    key: [...same(2, 3), ...same(3, 2).map((item) => ({ ...item, isReversed: true as const }))],
    range: { from: 12, to: 48 },
  }),
  jobContent({
    id: 'decision-latitude',
    theme: 'demand-control',
    name: 'Decision latitude, or control (Karasek)',
    about: 'How much there is to decide and to learn: skill discretion (six items) and decision authority (three).',
    direction: 'HIGHER_IS_BETTER',
    key: [...same(5, 2), { weight: 2, isReversed: true }, ...same(2, 4), { weight: 4, isReversed: true }],
    range: { from: 24, to: 96 },
  }),
  jobContent({
    id: 'supervisor-support',
    theme: 'support',
    name: 'Support by the supervisor (Karasek)',
    about: 'How far the supervisor helps and cares. A high score means more support.',
    direction: 'HIGHER_IS_BETTER',
    key: same(4),
    range: { from: 4, to: 16 },
  }),
  jobContent({
    id: 'coworker-support',
    theme: 'support',
    name: 'Support by colleagues (Karasek)',
    about: 'How far colleagues help and care. A high score means more support.',
    direction: 'HIGHER_IS_BETTER',
    key: same(4),
    range: { from: 4, to: 16 },
  }),
];
