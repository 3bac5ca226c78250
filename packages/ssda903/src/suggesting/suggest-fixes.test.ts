import { describe, expect, test } from 'vitest';
import { checkOneChild } from '../checking/check-one-child.ts';
import type { CheckedRow, ReturnToCheck } from '../checking/return-to-check.ts';
import { providerListOf, type Provider } from '../reference/providers.ts';
import type { TableName } from '../tables/tables.ts';
import { suggestFixes } from './suggest-fixes.ts';

const rowsOf = (table: TableName, ...lines: string[]): [TableName, CheckedRow[]] => [
  table,
  lines.map((line, index) => ({ ref: `${table} ${index}`, file: table, line: index + 2, cells: line.split(',') })),
];
const header = rowsOf('Header', 'A1,M,05/06/2011,WBRI,A123456789012,,');
const one = (episodes: string[], more: Partial<ReturnToCheck> = {}): ReturnToCheck => ({
  year: 2026,
  tables: new Map([header, rowsOf('Episodes', ...episodes)]),
  laCode: 'E08000025',
  ...more,
});

/** What is offered for the faults of a rule: `SOURCE COLUMN=value`. */
function offered(input: ReturnToCheck, rule: string): string[] {
  const found = checkOneChild(input, 'A1');
  const faults = found.filter(({ ruleCode }) => ruleCode === rule);
  expect(faults.length).toBeGreaterThan(0);
  return faults.flatMap((fault) =>
    suggestFixes(input, { localId: 'A1', fault, found }).map(
      ({ source, patch }) =>
        `${source} ${Object.entries(patch)
          .map(([name, value]) => `${name}=${value}`)
          .join(' ')}`,
    ),
  );
}

const home: Provider = {
  urn: 'SC012345',
  postcode: 'B2 2BB',
  laCode: 'E08000025',
  laName: null,
  placementCodes: ['K2'],
  providerCodes: ['PR4'],
  registeredOn: null,
  registrationEndedOn: null,
};
const providers = providerListOf([home]);
const before = 'A1,01/05/2025,S,C2,N1,U6,PR4,01/06/2025,X1,CARPL,B1 1AA,B2 2BB,SC012345';

describe('what would put a fault right', () => {
  test('is the number of the setting at the postcode', () => {
    const wrong = 'A1,01/05/2025,S,C2,N1,K2,PR4,,,,B1 1AA,B2 2BB,SC999999';
    expect(offered(one([wrong], { providers }), '1008')).toContain('PROVIDER_LIST URN=SC012345');
  });

  test('is the day on which the next episode begins', () => {
    const open = before.replace('01/06/2025,X1', ',');
    const next = 'A1,01/06/2025,P,C2,N1,U6,PR4,,,,B1 1AA,B3 3CC,SC012346';
    expect(offered(one([open, next]), ruleAt('DEC', open, next))).toContain('ROW_AFTER DEC=01/06/2025 REC=X1');
  });

  test('is the code of the year for one that was renamed', () => {
    const wrong = 'A1,01/05/2025,S,C2,N1,H5,PR4,,,,B1 1AA,B2 2BB,SC012345';
    expect(offered(one([wrong]), ruleAt('PLACE', wrong)).join()).toContain('CODE_RENAMED PLACE=K3');
  });

  test('is never one that was not tried', () => {
    const sound = 'A1,01/05/2025,S,C2,N1,U6,PR4,,,,B1 1AA,B2 2BB,SC012345';
    const input = one([sound.replace('N1', '')]);
    const found = checkOneChild(input, 'A1');
    for (const fault of found) {
      for (const { fixes, brings } of suggestFixes(input, { localId: 'A1', fault, found })) {
        expect(fixes).toContain(fault);
        expect(brings.some(({ keepsRowOut }) => keepsRowOut)).toBe(false);
      }
    }
  });
});

/** The first rule that points at a column of the episodes. */
function ruleAt(field: string, ...episodes: string[]): string {
  return checkOneChild(one(episodes), 'A1').find(({ fields }) => fields.includes(field))?.ruleCode ?? 'none';
}
