import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { episodesOf } from '../../testing/returned-rows.ts';
import { derivePlacements, endOfPlacement, isTemporaryPlacement } from './placement.derivation.ts';

type Row = Parameters<typeof episodesOf>[number];

const stays = (...rows: Row[]) =>
  derivePlacements(episodesOf(...rows)).map(({ type, startedOn, endedOn }) => `${type} ${startedOn} ${endedOn ?? '…'}`);

const HOME = { PL_POST: 'ZZ9 9ZZ', URN: '7654321' };

describe('the end of a placement', () => {
  test('is checked: it is never before the start', () => {
    expect(endOfPlacement(plainDate('2023-05-02'), plainDate('2023-05-01'))).toBe('2023-05-02');
    expect(endOfPlacement(plainDate('2023-05-02'), plainDate('2023-06-01'))).toBe('2023-06-01');
    expect(endOfPlacement(plainDate('2023-05-02'), null)).toBeNull();
  });

  test('holds for a return that ends an episode before it began', () => {
    expect(stays(['2023-05-01', '2022-05-01', { RNE: 'S', REC: 'E4A' }])).toEqual(['U6 2023-05-01 2023-05-01']);
  });
});

describe('a new placement', () => {
  test.each(['S', 'P', 'T', 'B', 'U'])('begins with RNE %s', (RNE) => {
    expect(stays(['2023-04-01', '2023-06-01', { RNE: 'S' }], ['2023-06-01', '', { RNE }])).toHaveLength(2);
  });

  test('does not begin with a change of legal status alone', () => {
    expect(stays(['2023-04-01', '2023-06-01', { RNE: 'S' }], ['2023-06-01', '', { RNE: 'L', LS: 'C1' }])).toEqual([
      'U6 2023-04-01 …',
    ]);
  });

  test('does not begin with adoption by the present foster carers', () => {
    const stay: Row = ['2023-04-01', '2023-06-01', { RNE: 'S', PLACE: 'U5' }];
    for (const [PLACE, RNE] of [
      ['A3', 'T'],
      ['A5', 'U'],
    ] as const) {
      expect(stays(stay, ['2023-06-01', '', { PLACE, RNE }])).toEqual([`${PLACE} 2023-04-01 …`]);
    }
    expect(stays(stay, ['2023-06-01', '', { PLACE: 'A5', RNE: 'P' }])).toHaveLength(2);
    expect(stays(stay, ['2023-06-01', '', { PLACE: 'A6', RNE: 'U' }])).toHaveLength(2);
  });

  test('goes on over a day nobody accounts for when nothing says that the child moved', () => {
    expect(stays(['2023-04-01', '2023-06-01', { RNE: 'S' }], ['2023-06-03', '', { RNE: 'L' }])).toHaveLength(1);
  });

  test('begins after the child left care, whatever the return says', () => {
    expect(
      stays(['2023-04-01', '2023-06-01', { RNE: 'S', REC: 'E4A' }], ['2023-09-01', '', { RNE: 'L' }]),
    ).toHaveLength(2);
  });
});

describe('a temporary placement', () => {
  const before: Row = ['2023-04-01', '2023-06-01', { RNE: 'S', ...HOME }];
  const hospital: Row = [
    '2023-06-01',
    '2023-06-10',
    { RNE: 'P', PLACE: 'T1', PL_POST: '', URN: '', PLACE_PROVIDER: '' },
  ];

  test('does not end the one it interrupts when the child comes back', () => {
    expect(stays(before, hospital, ['2023-06-10', '', { RNE: 'P', ...HOME }])).toEqual([
      'U6 2023-04-01 …',
      'T1 2023-06-01 2023-06-10',
    ]);
  });

  test('lets the one it interrupts end when the child goes elsewhere after it', () => {
    expect(stays(before, hospital, ['2023-06-10', '', { RNE: 'P', PLACE: 'K2' }])).toEqual([
      'U6 2023-04-01 2023-06-10',
      'T1 2023-06-01 2023-06-10',
      'K2 2023-06-10 …',
    ]);
  });

  test('lets the one it interrupts end when the child leaves care from it', () => {
    const left: Row = ['2023-06-01', '2023-06-10', { RNE: 'P', PLACE: 'T1', REC: 'E4A' }];
    expect(derivePlacements(episodesOf(before, left))).toMatchObject([
      { type: 'U6', endedOn: '2023-06-10', reasonEnded: 'E4A' },
      { type: 'T1', endedOn: '2023-06-10', reasonEnded: 'E4A' },
    ]);
  });

  test('can follow another one', () => {
    const holiday: Row = ['2023-06-10', '2023-06-20', { RNE: 'P', PLACE: 'T3' }];
    expect(stays(before, hospital, holiday, ['2023-06-20', '', { RNE: 'P', ...HOME }])).toEqual([
      'U6 2023-04-01 …',
      'T1 2023-06-01 2023-06-10',
      'T3 2023-06-10 2023-06-20',
    ]);
  });

  test('can be interrupted by a change of legal status', () => {
    const order: Row = ['2023-06-05', '2023-06-10', { RNE: 'L', LS: 'C1', PLACE: 'T1' }];
    const shorter: Row = ['2023-06-01', '2023-06-05', { RNE: 'P', PLACE: 'T1' }];
    expect(stays(before, shorter, order, ['2023-06-10', '', { RNE: 'P', ...HOME }])).toEqual([
      'U6 2023-04-01 …',
      'T1 2023-06-01 2023-06-10',
    ]);
  });

  test('is any of T0 to T4 and Z…', () => {
    expect(['T0', 'T4', 'Z1', 'Z14', 'U6', 'T5', 'K2'].filter(isTemporaryPlacement)).toEqual(['T0', 'T4', 'Z1', 'Z14']);
  });
});

describe('carers', () => {
  const carers = (...rows: Row[]) =>
    derivePlacements(episodesOf(...rows)).map(({ carerSince, isCarerSinceKnown, isSameCarer }) => [
      carerSince,
      isCarerSinceKnown,
      isSameCarer,
    ]);

  test('stay when only the address changes', () => {
    expect(carers(['2023-04-01', '2023-06-01', { RNE: 'S' }], ['2023-06-01', '', { RNE: 'T' }])).toEqual([
      ['2023-04-01', true, false],
      ['2023-04-01', true, true],
    ]);
  });

  test.each(['S', 'P', 'B'])('change with RNE %s', (RNE) => {
    expect(carers(['2023-04-01', '2023-06-01', { RNE: 'S' }], ['2023-06-01', '', { RNE }])[1]).toEqual([
      '2023-06-01',
      true,
      false,
    ]);
  });

  test('stay over a stay in hospital', () => {
    const rows: Row[] = [
      ['2023-04-01', '2023-06-01', { RNE: 'S' }],
      ['2023-06-01', '2023-06-10', { RNE: 'P', PLACE: 'T1' }],
      ['2023-06-10', '', { RNE: 'P' }],
    ];
    expect(carers(...rows)[0]).toEqual(['2023-04-01', true, false]);
  });

  test('were there before the record begins when its first episode is a change of legal status', () => {
    expect(carers(['2023-04-01', '', { RNE: 'L' }])).toEqual([['2023-04-01', false, false]]);
    expect(derivePlacements(episodesOf(['2023-04-01', '', { RNE: 'L' }]))[0]?.isStartKnown).toBe(false);
    expect(derivePlacements(episodesOf(['2023-04-01', '', { RNE: 'T' }]))[0]).toMatchObject({
      isStartKnown: true,
      isCarerSinceKnown: false,
    });
  });
});

describe('short-term breaks', () => {
  test('have placements of their own', () => {
    const rows: Row[] = [
      ['2023-04-01', '2023-04-03', { RNE: 'S', LS: 'V3', REC: 'E8' }],
      ['2023-05-01', '2023-06-01', { RNE: 'S', LS: 'V4' }],
      ['2023-06-01', '', { RNE: 'L', LS: 'C2' }],
    ];
    expect(
      derivePlacements(episodesOf(...rows)).map(({ startedOn, isShortBreak }) => [startedOn, isShortBreak]),
    ).toEqual([
      ['2023-04-01', true],
      ['2023-05-01', true],
      ['2023-06-01', false],
    ]);
  });
});

test('a placement ends for the reason it changed, or the reason the child left care', () => {
  const rows: Row[] = [
    ['2023-04-01', '2023-06-01', { RNE: 'S', REASON_PLACE_CHANGE: 'CARPL' }],
    ['2023-06-01', '2023-07-01', { RNE: 'P', REC: 'E4A' }],
  ];
  expect(derivePlacements(episodesOf(...rows)).map(({ reasonEnded }) => reasonEnded)).toEqual(['CARPL', 'E4A']);
});

test('a placement is where and what its newest episode says', () => {
  const rows: Row[] = [
    ['2023-04-01', '2023-06-01', { RNE: 'S', HOME_POST: 'ZZ2 2BB' }],
    ['2023-06-01', '', { RNE: 'L', PL_POST: 'ZZ3 3CC', HOME_POST: '', URN: 'SC999999' }],
  ];
  expect(derivePlacements(episodesOf(...rows))).toMatchObject([
    { placementPostcode: 'ZZ33CC', homePostcode: 'ZZ22BB', urn: 'SC999999' },
  ]);
});
