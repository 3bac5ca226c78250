import type { TableName } from '@mainstay/ssda903';
import { fixedClock } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { anEpisodeRow, aRow } from '../testing/returned-rows.ts';
import type { ReturnedRow } from './child-returns.ts';
import { deriveChildHistory } from './derive-child-history.ts';

const recordedAt = fixedClock(new Date('2026-01-01T00:00:00Z')).now();

const historyOf = (rows: Partial<Record<TableName, ReturnedRow[]>>) =>
  deriveChildHistory({
    laCode: 'E08000025',
    localId: 'A1',
    rows: new Map(Object.entries(rows) as [TableName, ReturnedRow[]][]),
    loadedYears: new Map([['Episodes', [2024]]]),
    recordedAt,
  });

const aHeader = (year: number, cells: Record<string, string> = {}) =>
  aRow('Header', year, { CHILD: 'A1', SEX: '1', DOB: '2012-05-01', ETHNIC: 'WBRI', UPN: 'UN1', ...cells });

describe('the child', () => {
  test('is as the newest Header has it', () => {
    const history = historyOf({ Header: [aHeader(2025, { SEX: 'M' }), aHeader(2024)] });
    expect(history?.child).toEqual({
      dateOfBirth: '2012-05-01',
      sex: 'M',
      ethnicity: 'WBRI',
      upn: 'UN1',
      isUasc: false,
    });
  });

  test('is unaccompanied and seeking asylum when any return says so', () => {
    const UASC = [aRow('UASC', 2023, { CHILD: 'A1' })];
    expect(historyOf({ Header: [aHeader(2024)], UASC })?.child.isUasc).toBe(true);
  });

  test('is nobody until a Header names them', () => {
    expect(historyOf({ Episodes: [anEpisodeRow(2024, '2023-05-01', '')] })).toBeNull();
  });
});

test('reviews are known by their day, and the newest year is believed', () => {
  const Reviews = [
    aRow('Reviews', 2025, { CHILD: 'A1', REVIEW: '2024-02-01', REVIEW_CODE: 'PN1' }),
    aRow('Reviews', 2024, { CHILD: 'A1', REVIEW: '2024-02-01', REVIEW_CODE: 'PN7' }),
    aRow('Reviews', 2024, { CHILD: 'A1', REVIEW: '2023-08-01', REVIEW_CODE: 'PN3' }),
  ];
  expect(historyOf({ Header: [aHeader(2024)], Reviews })?.reviews).toEqual([
    { heldOn: '2023-08-01', participation: 'PN3' },
    { heldOn: '2024-02-01', participation: 'PN1' },
  ]);
});

test('each year says for itself what became of a care leaver', () => {
  const OC3 = [
    aRow('OC3', 2025, { CHILD: 'A1', IN_TOUCH: 'NO' }),
    aRow('OC3', 2024, { CHILD: 'A1', IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }),
  ];
  expect(historyOf({ Header: [aHeader(2024)], OC3 })?.careLeavers).toEqual([
    { collectionYear: 2024, inTouch: 'YES', activity: 'F1', accommodation: 'B1' },
    { collectionYear: 2025, inTouch: 'NO', activity: null, accommodation: null },
  ]);
});
