import { expect, test } from 'vitest';
import { sectionFields, sectionInput } from './section-fields.ts';

const draft = { status: 'DRAFT', permanenceAim: 'ADOPTION' } as const;

test('a section is a text, or the reason why there is none', () => {
  expect(sectionInput({ text: 'Sees the dentist' }, draft, 'HEALTH')).toEqual({
    sections: [{ section: 'HEALTH', text: 'Sees the dentist', notKnown: null }],
  });
  expect(sectionInput({ notKnown: 'AWAITED' }, draft, 'HEALTH')).toEqual({
    sections: [{ section: 'HEALTH', text: null, notKnown: 'AWAITED' }],
  });
});

test('what the plan works towards is sent only where it was changed: somebody else may have changed it', () => {
  expect(sectionInput({ text: 'a', permanenceAim: 'ADOPTION' }, draft, 'PERMANENCE')).not.toHaveProperty(
    'permanenceAim',
  );
  expect(sectionInput({ text: 'a', permanenceAim: 'RETURN_HOME' }, draft, 'PERMANENCE')).toMatchObject({
    permanenceAim: 'RETURN_HOME',
  });
});

test('what was agreed is corrected with a reason, a draft is written without one', () => {
  const names = (status: 'AGREED' | 'DRAFT') =>
    sectionFields({ kind: 'CARE', status }, 'PLACEMENT').map(({ name }) => name);
  expect(names('AGREED')).toEqual(['placementToLastUntil18', 'text', 'reason']);
  expect(names('DRAFT')).toEqual(['placementToLastUntil18', 'text']);
});

test('a pathway plan asks nothing beside its text', () => {
  expect(sectionFields({ kind: 'PATHWAY', status: 'DRAFT' }, 'HEALTH').map(({ name }) => name)).toEqual(['text']);
});
