import { plainDate } from '@mainstay/primitives';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { MemoryRouter } from '../routing/router.tsx';
import { SessionProvider, type Viewer } from '../session/session.tsx';
import { childrenBehind } from './behind.ts';
import { MeasureCard } from './measure-card.tsx';
import type { Measure, MeasureResult } from './measure.ts';
import { aMeasure, aShare } from './testing/a-measure.ts';

function draw(measure: Measure, history: readonly Measure[] = []): string {
  return renderToStaticMarkup(
    <MemoryRouter initialPath="/la">
      <MeasureCard measure={measure} history={history} group="Sandwell" behind={childrenBehind('/la/children')} />
    </MemoryRouter>,
  );
}

const missing: [MeasureResult, string][] = [
  [{ __typename: 'NotKnown', reason: 'No return has been loaded.' }, 'Not known'],
  [{ __typename: 'NotApplicable', reason: 'Nobody belongs to it.' }, 'Does not apply'],
  [{ __typename: 'Suppressed', reason: 'Too few children.' }, 'Not shown'],
  [{ __typename: 'NotYetDue', dueOn: plainDate('2027-04-01') }, 'Not yet due'],
];

describe('MeasureCard', () => {
  test('shows the value, of how many, and the way to the children behind it', () => {
    const card = draw(aMeasure());
    expect(card).toContain('26 of 210 children (12.4%) in the year to 31 March 2025.');
    expect(card).toContain('See the 26 children');
    expect(card).toContain(
      'href="/la/children?indicator=three-or-more-placements&amp;from=2024-04-01&amp;to=2025-03-31&amp;part=NUMERATOR"',
    );
  });

  test('tells an inspector and a reviewing officer which of the children are listed', () => {
    const words = (audience: Viewer['audience'], role: string) => {
      const session = { viewer: { audience, role } as Viewer, demonstration: false };
      return renderToStaticMarkup(
        <MemoryRouter initialPath="/">
          <SessionProvider session={session}>
            <MeasureCard measure={aMeasure()} group="Sandwell" behind={childrenBehind('/children')} />
          </SessionProvider>
        </MemoryRouter>,
      );
    };
    expect(words('inspector', 'ofsted-inspector')).toContain('See those in the sample among the 26 children');
    expect(words('inspector', 'ofsted-inspector')).toContain('See those in the sample among all 210 children');
    expect(words('la', 'la-iro')).toContain('See those whom you review among the 26 children');
    expect(words('la', 'la-analyst')).toContain('See the 26 children');
  });

  test('leads to no list of nobody', () => {
    const card = draw(aMeasure({ result: aShare(0, 210) }));
    expect(card).toContain('0.0%');
    expect(card).not.toContain('See the 0');
    expect(card).toContain('See all 210 children');
  });

  test.each(missing)('says %o in its own words and look, and leads to no children', (result, words) => {
    const card = draw(aMeasure({ result }));
    expect(card).toContain(`mainstay-measure--${result.__typename}`);
    expect(card).toContain(words);
    expect(card).not.toMatch(/mainstay-measure__value|\d%|See (the|all)/);
  });

  test('has every value of its chart in the table under it', () => {
    const history = [2023, 2024, 2025].map((year) => aMeasure({ year, result: aShare(year - 2000, 210) }));
    const card = draw(aMeasure(), history);
    const [chart = '', table = ''] = [card.match(/<svg.*<\/svg>/s)?.[0], card.match(/<table.*<\/table>/s)?.[0]];
    for (const value of ['11.0%', '11.4%', '11.9%']) {
      expect(chart).toContain(value);
      expect(table).toContain(value);
    }
  });

  test('draws no chart when no year has a figure', () => {
    const [result] = missing[0] ?? [];
    const measure = result ? aMeasure({ result }) : aMeasure();
    expect(draw(measure, [measure])).not.toContain('<svg');
  });
});
