import { expect, test } from 'vitest';
import { layOutSurvival } from './survival-layout.ts';

const curve = {
  name: 'Everybody',
  points: [
    { days: 365, staying: 0.8 },
    { days: 900, staying: 0.5 },
  ],
};

test('a curve begins with everybody and steps down at each leaving', () => {
  const { curves, shares } = layOutSurvival([curve], 640);
  const top = shares.at(-1)!.y;
  expect(curves[0]!.path).toMatch(new RegExp(`^M56,${top}H[\\d.]+V[\\d.]+H[\\d.]+V[\\d.]+$`));
  expect(curves[0]!.end.y).toBeCloseTo(shares[2]!.y);
});

test('the axis reaches past the longest stay, in whole years', () => {
  const { years, curves, width } = layOutSurvival([curve], 320);
  expect(years.map(({ year }) => year)).toEqual([0, 1, 2, 3]);
  expect(curves[0]!.end.x).toBeLessThan(width);
  expect(layOutSurvival([{ name: 'x', points: [{ days: 9000, staying: 0.1 }] }], 320).years.length).toBeLessThan(10);
});

test('where nobody left the line stays with all', () => {
  const { curves, shares } = layOutSurvival([{ name: 'x', points: [] }], 320);
  expect(curves[0]!.path).toBe(`M56,${shares.at(-1)!.y}`);
});
