import { describe, expect, test } from 'vitest';
import { authorityNamed } from './authorities.ts';
import { codesIn, dayIn } from './provider-cells.ts';
import { providerListOf } from './providers.ts';
import { readProviderList, readProviderSheets } from './read-provider-list.ts';

const csv = (text: string, name = 'providers.csv') => readProviderList({ name, bytes: new TextEncoder().encode(text) });

describe('Ofsted’s list as CSV', () => {
  test('is read whatever its columns are called and in whatever order', () => {
    const older = csv(
      'URN,Provision type,Setting postcode,Local authority,Placement code,Placement provider code\n' +
        'SC900001,Foster agency,XA1 1AA,Kent County Council,"U1,U2",PR4\n',
    );
    const newer = csv(
      'Owner postcode,Placement Provider Code,Placement Code,Provider Postcode,Local Authority,urn\n' +
        'XZ9 9ZZ,PR4,U1/U2,XA1 1AA,Kent,sc900001\n',
    );
    expect(older.providers).toEqual([
      {
        urn: 'SC900001',
        postcode: 'XA1 1AA',
        laCode: 'E10000016',
        laName: 'Kent County Council',
        placementCodes: ['U1', 'U2'],
        providerCodes: ['PR4'],
        registeredOn: null,
        registrationEndedOn: null,
      },
    ]);
    expect(newer.providers).toEqual([{ ...older.providers[0], laName: 'Kent' }]);
  });

  test('may begin with a title, which says the day it was made', () => {
    const read = csv('"Providers as at 31 March 2025",,\nURN,Postcode,Placement code\nSC900001,XA1 1AA,K2\n');
    expect(read).toMatchObject({ asAt: '2025-03-31', refusal: null });
    expect(csv('URN,Postcode\nSC900001,XA1 1AA\n', 'providers_30_Sep_2024.csv').asAt).toBe('2024-09-30');
  });

  test('tells what it passed over', () => {
    const read = csv('URN,Postcode\nSC900001,XA1 1AA\n,XA1 1AB\n,\n');
    expect(read.providers).toHaveLength(1);
    expect(read.notes).toEqual(['Passed over 1 row without a number of Ofsted’s.']);
  });

  test.each([
    ['', 'The file is empty.'],
    ['CHILD,DECOM\n1,2\n', 'No column is headed URN'],
    ['URN,Setting name\nSC900001,Example\n', 'nothing could be looked up'],
    ['URN,Postcode\n', 'no provider under them'],
    ['URN,Postcode\nSC900001,"XA1', 'quotation mark'],
  ])('is refused in words: %j', (text, part) => {
    const { refusal, providers } = csv(text);
    expect(refusal).toContain(part);
    expect(providers).toEqual([]);
  });

  test('is refused in words when it is a workbook', () => {
    const bytes = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]);
    expect(readProviderList({ name: 'list.csv', bytes }).refusal).toContain('save its sheet as CSV');
  });
});

describe('Ofsted’s list as a workbook', () => {
  const sheets = [
    {
      name: 'Providers',
      rows: [
        ['URN', 'Setting Address Postcode', 'Placement Code', 'Registration Date', 'Deregistration Date'],
        ['SC900001', 'XA1 1AA', 'K1', '34319', '-'],
        ['SC900002', 'XA1 1AB', 'K2', '', '45291'],
      ],
    },
    {
      name: 'SA Providers',
      rows: [
        [
          'Provider local authority',
          'Setting local authority',
          'URN',
          'Setting address postcode',
          'Placement provider code',
        ],
        ['Kent', 'Medway', 'SC900003', 'XA1 1AC', 'PR4'],
      ],
    },
    {
      name: 'Registration Conditions',
      rows: [
        ['URN', 'Conditions'],
        ['SC900001', 'None'],
      ],
    },
  ];
  const { providers, refusal } = readProviderSheets({ name: 'list.xlsx', sheets });

  test('is read sheet by sheet, passing over those with nothing to look up', () => {
    expect(refusal).toBeNull();
    expect(providers.map(({ urn }) => urn)).toEqual(['SC900001', 'SC900002', 'SC900003']);
  });

  test('holds days as numbers', () => {
    expect(providers[0]).toMatchObject({ registeredOn: '1993-12-16', registrationEndedOn: null });
    expect(providers[1]).toMatchObject({ registeredOn: null, registrationEndedOn: '2023-12-31' });
  });

  test('gives supported accommodation its placement code and the setting’s authority', () => {
    expect(providers[2]).toMatchObject({ placementCodes: ['K3'], providerCodes: ['PR4'], laCode: 'E06000035' });
  });
});

describe('cells of the list', () => {
  test.each([
    ['U1,U2', ['U1', 'U2']],
    ['U1/U2; u3', ['U1', 'U2', 'U3']],
    ['U1-U3', ['U1', 'U2', 'U3']],
    ['A3 to A6', ['A3', 'A4', 'A5', 'A6']],
    ['Z12 & K2 (not yet)', ['Z12', 'K2']],
    ['-', []],
  ])('hold codes: %s', (cell, codes) => {
    expect(codesIn(cell, 'PLACE')).toEqual(codes);
  });

  test.each([
    ['1/4/2024', '2024-04-01'],
    ['2024-04-01 00:00:00', '2024-04-01'],
    ['1st April 2024', '2024-04-01'],
    ['45383', '2024-04-01'],
    ['31/02/2024', null],
    ['na', null],
  ])('hold days: %s', (cell, day) => {
    expect(dayIn(cell)).toBe(day);
  });

  test.each([
    ['Bristol, City of', 'E06000023'],
    ['Bristol City Council', 'E06000023'],
    ['Royal Borough of Kensington & Chelsea', 'E09000020'],
    ['London Borough of Hackney', 'E09000012'],
    ['City of London', 'E09000001'],
    ['Durham County Council', 'E06000047'],
    ['St. Helens', 'E08000013'],
    ['Arnor borough council', null],
    ['London', 'E09000001'],
    ['', null],
    ['County Council', null],
  ])('name authorities: %s', (name, code) => {
    expect(authorityNamed(name)).toBe(code);
  });
});

describe('looking a provider up', () => {
  const provider = {
    urn: 'SC900001',
    postcode: null,
    laCode: null,
    laName: null,
    placementCodes: [],
    providerCodes: [],
    registeredOn: null,
    registrationEndedOn: null,
  };

  test('does not mind how the number is written', () => {
    expect(providerListOf([provider]).find(' sc900001')).toEqual(provider);
    expect(providerListOf([provider]).find('SC900002')).toBeUndefined();
  });

  test('takes the one still registered where a number is there twice', () => {
    const closed = { ...provider, registrationEndedOn: '2020-01-01' as never };
    expect(providerListOf([closed, provider]).find('SC900001')).toEqual(provider);
    expect(providerListOf([provider, closed]).find('SC900001')).toEqual(provider);
  });

  test('finds the settings at a postcode, those still registered first', () => {
    const closed = { ...provider, urn: 'SC900002', postcode: 'XA1 1AA', registrationEndedOn: '2020-01-01' as never };
    const open = { ...provider, urn: 'SC900003', postcode: 'xa11aa' };
    const list = providerListOf([provider, closed, open]);
    expect(list.at('XA1 1AA').map(({ urn }) => urn)).toEqual(['SC900003', 'SC900002']);
    expect(list.at('XA1 1AB')).toEqual([]);
    expect(list.at('')).toEqual([]);
  });
});
