import { describe, expect, test } from 'vitest';
import { aMeasure, aShare } from '../measure/testing/a-measure.ts';
import { comparisonOf } from './comparison.ts';

describe('comparisonOf', () => {
  const authority = { id: 'E08000028', name: 'Sandwell', measures: [aMeasure()] };

  test('puts the figures of one indicator side by side, in the order of the things compared', () => {
    const practice = { id: 'harbour', name: 'Harbour', measures: [aMeasure({ result: aShare(5, 100) })] };
    const [row] = comparisonOf([authority, practice]);
    expect(row?.figures).toEqual([
      { value: '12.4%', note: '26 of 210 children' },
      { value: '5.0%', note: '5 of 100 children' },
    ]);
  });

  test('says where there are too few to compare', () => {
    const practice = { id: 'small', name: 'Small', measures: [aMeasure({ result: aShare(1, 8) })] };
    expect(comparisonOf([practice])[0]?.figures[0]?.note).toBe('1 of 8 children; too few to compare');
  });

  test('says why a figure is missing, and when no answer came at all', () => {
    const notKnown = aMeasure({ result: { __typename: 'NotKnown', reason: 'No return has been loaded.' } });
    const [row] = comparisonOf([
      { id: 'a', name: 'A', measures: [notKnown] },
      { id: 'b', name: 'B', measures: [] },
    ]);
    expect(row?.figures).toEqual([
      { value: 'Not known', note: 'No return has been loaded.' },
      { value: 'Not known', note: 'No answer came for this figure.' },
    ]);
  });
});
