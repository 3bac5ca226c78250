import { describe, expect, test } from 'vitest';
import { readLocalAuthorities } from './local-authority.reference.ts';

const authorities = readLocalAuthorities();
const byCode = new Map(authorities.map((authority) => [authority.laCode, authority]));

describe('the reference file of local authorities', () => {
  test('holds the 153 authorities of England, each once', () => {
    expect(authorities).toHaveLength(153);
    expect(byCode.size).toBe(153);
    expect(new Set(authorities.map((authority) => authority.dfeCode)).size).toBe(153);
    expect(new Set(authorities.map((authority) => authority.name)).size).toBe(153);
  });

  test.each([
    ['E06000063', '942', 'Cumberland'],
    ['E06000064', '943', 'Westmorland and Furness'],
    ['E06000065', '815', 'North Yorkshire'],
    ['E06000066', '933', 'Somerset'],
    ['E06000061', '940', 'North Northamptonshire'],
    ['E06000062', '941', 'West Northamptonshire'],
    ['E06000058', '839', 'Bournemouth, Christchurch and Poole'],
    ['E08000038', '370', 'Barnsley'],
    ['E08000039', '373', 'Sheffield'],
  ])('has %s as reorganised', (laCode, dfeCode, name) => {
    expect(byCode.get(laCode)).toMatchObject({ dfeCode, name });
  });

  test('leaves out authorities that no longer exist', () => {
    const gone = ['Cumbria', 'Northamptonshire', 'Poole', 'Bournemouth'];
    expect(authorities.filter((authority) => gone.includes(authority.name))).toEqual([]);
  });

  test('has the number of authorities each region has', () => {
    const regions = Map.groupBy(authorities, (authority) => `${authority.regionCode} ${authority.regionName}`);
    expect(Object.fromEntries([...regions].map(([region, members]) => [region, members.length]))).toEqual({
      'E12000001 North East': 12,
      'E12000002 North West': 24,
      'E12000003 Yorkshire and The Humber': 15,
      'E12000004 East Midlands': 10,
      'E12000005 West Midlands': 14,
      'E12000006 East of England': 11,
      'E12000007 London': 33,
      'E12000008 South East': 19,
      'E12000009 South West': 15,
    });
  });

  test('calls an authority what its code says it is', () => {
    const kinds: Record<string, string> = {
      E06: 'Unitary Authority',
      E08: 'Metropolitan District',
      E09: 'London Borough',
      E10: 'County',
    };
    expect(authorities.filter(({ laCode, kind }) => kinds[laCode.slice(0, 3)] !== kind)).toEqual([]);
  });

  test('names ten other authorities of today as statistical neighbours of each', () => {
    for (const { laCode, statisticalNeighbours } of authorities) {
      expect(new Set(statisticalNeighbours).size).toBe(10);
      expect(statisticalNeighbours).not.toContain(laCode);
      expect(statisticalNeighbours.filter((code) => !byCode.has(code))).toEqual([]);
    }
  });

  test('has no former code that is some authority’s code of today', () => {
    expect(authorities.flatMap((authority) => authority.formerCodes).filter((code) => byCode.has(code))).toEqual([]);
  });
});
