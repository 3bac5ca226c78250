import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readProviderFile } from './read-provider-file.ts';

const headings = ['Local authority', 'URN', 'Setting address postcode', 'Placement code', 'Registration date'];
const supported = ['Setting local authority', 'URN', 'Setting address postcode', 'Placement provider code'];

describe('the file Ofsted’s list comes in', () => {
  test('may be a workbook of several sheets', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Notes', rows: [['Providers as at 30 September 2025']] },
        { name: 'Providers', rows: [headings, ['Kent', 'SC900001', 'XA1 1AA', 'K1/K2', new Date('2019-02-28')]] },
        { name: 'SA Providers', rows: [supported, ['Medway', 'SC900002', 'XA1 1AB', 'PR4']] },
      ],
    });
    const { providers, refusal, asAt } = await readProviderFile({ name: 'list at 30 September 2025.xlsx', bytes });
    expect({ refusal, asAt }).toEqual({ refusal: null, asAt: '2025-09-30' });
    expect(providers).toMatchObject([
      { urn: 'SC900001', laCode: 'E10000016', placementCodes: ['K1', 'K2'], registeredOn: '2019-02-28' },
      { urn: 'SC900002', laCode: 'E06000035', placementCodes: ['K3'], providerCodes: ['PR4'] },
    ]);
  });

  test('may be CSV', async () => {
    const bytes = new TextEncoder().encode('URN,Provider postcode\nSC900001,XA1 1AA\n');
    expect((await readProviderFile({ name: 'list.csv', bytes })).providers).toHaveLength(1);
  });

  test('is refused in words when it is damaged', async () => {
    const bytes = new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...Array.from({ length: 60 }, () => 7)]);
    expect((await readProviderFile({ name: 'list.xlsx', bytes })).refusal).toMatch(/damaged/i);
  });
});
