import { describe, expect, test } from 'vitest';
import { readPostcodeFile } from './read-postcode-file.ts';

function read(...lines: string[]) {
  const file = readPostcodeFile(new TextEncoder().encode(lines.join('\r\n')));
  return file && { postcodes: [...file.postcodes], passedOver: file.passedOver() };
}

describe('a directory of postcodes', () => {
  test('is read in the columns of the ONS Postcode Directory', () => {
    expect(
      read('\uFEFF"pcd","pcds","oseast1m","osnrth1m","oslaua"', '"B1 1BB","B1 1BB","406000","286000","E08000025"'),
    ).toEqual({
      postcodes: [{ postcode: 'B11BB', easting: 406000, northing: 286000, laCode: 'E08000025' }],
      passedOver: 0,
    });
  });

  test('is read in plain columns, in any order', () => {
    expect(read('la_code,northing,easting,postcode', 'E08000025,286000,406000,b1 1bb')?.postcodes).toEqual([
      { postcode: 'B11BB', easting: 406000, northing: 286000, laCode: 'E08000025' },
    ]);
  });

  test('gives the county where there are two tiers', () => {
    const lines = [
      'pcds,oseast1m,osnrth1m,oscty,oslaua',
      'CT1 1AA,1,2,E10000016,E07000106',
      'B1 1BB,1,2,E99999999,E08000025',
    ];
    expect(read(...lines)?.postcodes.map(({ laCode }) => laCode)).toEqual(['E10000016', 'E08000025']);
  });

  test('passes over rows without a place', () => {
    expect(read('postcode,easting,northing,la_code', 'B1 1BB,,,E08000025', 'nonsense,1,2,E08000025', '')).toEqual({
      postcodes: [],
      passedOver: 2,
    });
  });

  test('is not any other file', () => {
    expect(read('CHILD,SEX', 'A,1')).toBeNull();
    expect(read('')).toBeNull();
  });
});
