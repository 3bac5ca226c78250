import { expect, test } from 'vitest';
import { changeFields, changeInitial, changeInput } from './change-fields.ts';

const scale = { themeId: 'burnout', about: 'What it measures.', source: 'Somebody.', items: [], itemCount: 2 };
const exhaustion = { ...scale, id: 'exhaustion', name: 'Exhaustion', isLicensed: true };
const content = { ...scale, id: 'content', name: 'Content', isLicensed: false };
const calm = { ...scale, id: 'calm', name: 'Calm', isLicensed: false };
const bank = [{ id: 'burnout', name: 'Burnout', about: 'How worn out.', scales: [calm, exhaustion, content] }];
const licensed = { scaleId: 'exhaustion', texts: ['One', 'Two'], labels: ['Never', 'Daily'], licence: 'Trust, 12 May' };
const survey = {
  id: 's',
  title: 'Working here',
  about: 'What for.',
  leastRespondents: 12,
  scales: [content, exhaustion],
  licensedItems: [licensed],
};

test('a design that is not touched is sent as it is', () => {
  const initial = changeInitial(bank, survey);
  expect(initial).toMatchObject({ 'scales-burnout': ['exhaustion', 'content'], holdsLicence: true });
  expect(changeInput(bank, survey, { ...initial, key: 'k' })).toEqual({
    surveyId: 's',
    title: 'Working here',
    about: 'What for.',
    leastRespondents: 12,
    scaleIds: ['content', 'exhaustion'],
    licensedItems: [licensed],
  });
});

test('a scale that comes is asked last; one that goes takes its words along', () => {
  const answers = { ...changeInitial(bank, survey), 'scales-burnout': ['calm', 'content'] };
  expect(changeInput(bank, survey, answers)).toMatchObject({ scaleIds: ['content', 'calm'], licensedItems: [] });
});

test('whom it asks and its days are not asked again', () => {
  expect(changeFields(bank).map(({ name }) => name)).toEqual(['title', 'about', 'scales-burnout', 'leastRespondents']);
});
