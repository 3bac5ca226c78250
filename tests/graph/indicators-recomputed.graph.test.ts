import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places, smallAuthorities, smallWorld } from '../testkit/small-world.ts';
import { startTestPlatform, type TestPlatform } from '../testkit/test-platform.ts';
import { ReturnRecount, type Count } from './return-recount.ts';

const FIGURES = `query Figures($la: ID!, $from: Date!, $to: Date!) {
  localAuthority(id: $la) { childMeasures(from: $from, to: $to) {
    indicator { code source }
    result { __typename ... on Known { value numerator denominator } }
  } }
}`;

interface Figure {
  readonly indicator: { readonly code: string; readonly source: string };
  readonly result: {
    readonly __typename: string;
    readonly value?: number;
    readonly numerator?: number;
    readonly denominator?: number;
  };
}

interface Figures {
  readonly localAuthority: { readonly childMeasures: readonly Figure[] };
}

const world = smallWorld();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ world: () => world });
});
afterAll(() => platform?.stop());

async function figuresOf(la: string, year: number) {
  // Only managers see the children whose records the demonstration restricts.
  const token = await platform.token('la-manager', { la });
  const answer = await platform.ask<Figures>(token, FIGURES, { la, from: `${year - 1}-04-01`, to: `${year}-03-31` });
  expect(answer.errors).toEqual([]);
  return answer.data?.localAuthority.childMeasures ?? [];
}

describe.each(smallAuthorities)('the figures of $name', ({ code }) => {
  test.each([2024, 2025, 2026])(
    'of the year to 31 March %i are those counted by hand from the files of its returns',
    async (year) => {
      const figures = await figuresOf(code, year);
      const returns = new ReturnRecount(world, code);
      const recounted = returns.figures(year);
      const answered = Object.fromEntries(
        figures
          .filter(({ indicator }) => recounted[indicator.code])
          .map(({ indicator, result: { __typename, numerator, denominator } }) => [
            indicator.code,
            __typename === 'Known' ? { numerator, denominator } : __typename,
          ]),
      );
      expect(answered).toEqual(expectedOf(recounted, returns.rows(year, 'oc3').length > 0));
      const others = ofReturns(figures).filter(({ indicator }) => !recounted[indicator.code]);
      expect(
        others.filter(({ result }) => result.__typename === 'Known').map(({ indicator }) => indicator.code),
      ).toEqual([]);
      for (const { result } of figures.filter(({ result: { __typename } }) => __typename === 'Known'))
        expect(result.value).toBeCloseTo((result.numerator ?? 0) / (result.denominator ?? 1), 12);
    },
  );
});

/** Those that rest on the record alone are not counted here. */
function ofReturns(figures: readonly Figure[]): Figure[] {
  return figures.filter(({ indicator }) => !indicator.source.includes('no return asks'));
}

/** A share of nobody is not applicable; where the return has no care leavers, nothing is known of them. */
function expectedOf(recounted: Readonly<Record<string, Count>>, hasLeavers: boolean): Record<string, Count | string> {
  const withoutFigure = (code: string): string =>
    !hasLeavers && /^(leavers|staying)/.test(code) ? 'NotKnown' : 'NotApplicable';
  return Object.fromEntries(
    Object.entries(recounted).map(([code, count]) => [code, count.denominator === 0 ? withoutFigure(code) : count]),
  );
}

test('a year of which no return is held has no figure, and the year that runs is not yet due', async () => {
  const before = await figuresOf(places.home, 2023);
  expect(new Set(ofReturns(before).map(({ result }) => result.__typename))).toEqual(
    new Set(['NotKnown', 'NotApplicable']),
  );
  const running = await figuresOf(places.home, 2027);
  expect(new Set(running.map(({ result }) => result.__typename))).toEqual(new Set(['NotYetDue']));
});
