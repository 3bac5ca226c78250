import { checkReturn, postcodeDirectoryOf, providerListOf, readProviderList, readReturnFile } from '@mainstay/ssda903';
import { describe, expect, test } from 'vitest';
import { demonstrationAuthorities } from './authorities.ts';
import { syntheticNote, writeProviderList } from './settings.ts';
import { buildWorld } from './world.ts';

const authorities = demonstrationAuthorities.filter(({ name }) => name === 'Sandwell');
const { children } = buildWorld({ authorities, years: 2 });
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the list of providers', () => {
  test('has the numbers that the returns give, but for slips', () => {
    const listed = new Set(children.providers.map(({ urn }) => urn));
    const last = children.returns.at(-1)?.files.find(({ name }) => name === 'episodes.csv')?.text ?? '';
    const numbers = last
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').at(-1) ?? '')
      .filter((number) => number !== '');
    expect(numbers.length).toBeGreaterThan(300);
    expect(numbers.filter((number) => listed.has(number)).length).toBeGreaterThan(numbers.length * 0.97);
    expect(listed.size).toBeLessThan(numbers.length);
  });

  test('agrees with the returns in nearly all of what the rules look up in it', () => {
    const year = 2026;
    const { laCode = '', files = [] } = children.returns.find((one) => one.year === year) ?? {};
    const read = files.map((file) => readReturnFile({ name: file.name, bytes: bytesOf(file.text), year }));
    const tables = new Map(
      read.flatMap(({ table, name, rows }) =>
        table === null ? [] : [[table, rows.map((row, index) => ({ ...row, ref: index, file: name }))] as const],
      ),
    );
    const providers = providerListOf(children.providers);
    const postcodes = postcodeDirectoryOf(children.postcodes);
    const { faults } = checkReturn({ year, tables, laCode, providers, postcodes });
    const ofProviders = faults.filter(({ ruleCode }) => /^(?:219|221|224|227|228|229|1008|1015)$/.test(ruleCode));
    expect(ofProviders.length).toBeLessThan((tables.get('Episodes')?.length ?? 0) * 0.02);
  });

  test('is written as a file that reads back to the same, and says that it is synthetic', () => {
    const text = writeProviderList(children.providers, '31 March 2026');
    expect(text.split('\n')[0]).toContain(syntheticNote);
    const { providers, asAt, refusal } = readProviderList({ name: 'providers.csv', bytes: bytesOf(text) });
    expect({ refusal, asAt }).toEqual({ refusal: null, asAt: '2026-03-31' });
    expect(providers).toEqual(children.providers);
  });
});
