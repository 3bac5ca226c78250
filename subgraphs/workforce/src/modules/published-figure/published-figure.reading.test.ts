import { describe, expect, test } from 'vitest';
import { figureIn } from './published-figure.cell.ts';
import { readPublishedFile } from './published-figure.reading.ts';

const places =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name';
const figures =
  'inpost_fte,inpost_headcount,leavers_fte,leavers_headcount,turnover_rate_fte,turnover_rate_headcount,agency_fte,agency_headcount,agency_rate_fte,agency_rate_headcount,agency_cover_fte,agency_cover_rate_fte,vacancy_fte,vacancy_rate_fte,vacancy_agency_cover_rate_fte,case_holders_fte,cases,caseload_fte,working_days_lost_fte,absence_rate_fte';
const heading = `${places},${figures}`;
/** The headings of the file of headline measures. */
const headline = heading
  .replace('inpost_fte', 'social_worker_fte')
  .replace('inpost_headcount', 'social_worker_headcount')
  .replaceAll('leavers_', 'leaver_')
  .replaceAll(/(turnover|absence|agency_cover|vacancy|vacancy_agency_cover)_rate_(fte|headcount)/g, '$1_rate_$2_%')
  .replaceAll(/agency_rate_(fte|headcount)/g, 'agency_worker_rate_$1_%')
  .replace('vacancy_agency_cover_rate_fte,', 'vacancy_agency_cover_rate_fte_%,');

const england = '2025,Reporting year,National,E92000001,England,,,,,';
const london = '2025,Reporting year,Regional,E92000001,England,E12000007,London,,,';
const authority = (code: string, number: string, name: string, year = 2025): string =>
  `${year},Reporting year,Local authority,E92000001,England,E12000004,East Midlands,${number},${code},${name}`;
const row = (place: string, cells = '1'): string => `${place},${Array.from({ length: 20 }, () => cells).join(',')}`;

function read(...lines: string[]) {
  return readPublishedFile({ name: 'figures.csv', bytes: new TextEncoder().encode(lines.join('\n')) });
}

function rowsOf(...lines: string[]) {
  const file = read(...lines);
  return file.kind === 'rows' ? file.rows : [];
}

function faultsOf(...lines: string[]) {
  const file = read(...lines);
  return file.kind === 'faults' ? file.faults.map(({ rule, row: line, column }) => [rule, line, column]) : [];
}

test.each([
  ['12.5', 12.5],
  [' 0 ', 0],
  ['z', 'NOT_APPLICABLE'],
  ['x', 'NOT_AVAILABLE'],
  [':', 'NOT_AVAILABLE'],
  ['', 'NOT_AVAILABLE'],
  ['c', 'CONFIDENTIAL'],
  ['low', 'LOW'],
  ['k', 'LOW'],
  ['u', 'UNRELIABLE'],
  ['1,234.5', null],
  ['-1', null],
  ['1e3', null],
  ['n/a', null],
])('the cell “%s” is read as %s', (cell, figure) => {
  expect(figureIn(cell)).toBe(figure);
});

describe('a file of published figures', () => {
  test('is read with the headings of either publication, in any order of columns', () => {
    const [first] = rowsOf(headline, row(england, '2.5'));
    expect(first).toMatchObject({
      year: 2025,
      code: 'E92000001',
      geography: 'ENGLAND',
      edition: 2025,
      figures: {
        inpost_fte: 2.5,
        leavers_headcount: 2.5,
        agency_rate_headcount: 2.5,
        vacancy_agency_cover_rate_fte: 2.5,
      },
    });
    expect(first?.figures).not.toHaveProperty('starters_fte');
  });

  test('whose row is of two authorities tells each of them, with whom', () => {
    const file = read(
      heading,
      row(authority('E06000061 / E06000062', '940 / 941', 'North Northamptonshire / West Northamptonshire'), '7'),
    );
    expect(file).toMatchObject({
      kind: 'rows',
      rows: [
        { code: 'E06000061', dfeCode: '940', name: 'North Northamptonshire', returnedWith: ['West Northamptonshire'] },
        { code: 'E06000062', dfeCode: '941', name: 'West Northamptonshire', returnedWith: ['North Northamptonshire'] },
      ],
      notes: [expect.stringContaining('return jointly')],
    });
  });

  test.each([
    ['left out', []],
    ['without any figure', [row(authority('E06000062', '941', 'West Northamptonshire', 2021), 'z')]],
  ])('that has a joint return under one authority, the other %s, gives both the figures', (_, others) => {
    const file = read(heading, row(authority('E06000061', '940', 'North Northamptonshire', 2021), '7'), ...others);
    expect(file).toMatchObject({ kind: 'rows', notes: [expect.stringContaining('2021')] });
    const found = file.kind === 'rows' ? file.rows : [];
    expect(found.map(({ code, figures: of, returnedWith }) => [code, of.inpost_fte, returnedWith])).toEqual([
      ['E06000061', 7, ['West Northamptonshire']],
      ['E06000062', 7, ['North Northamptonshire']],
    ]);
  });
});

describe('a file with faults is not read, and says where and why', () => {
  test.each([
    ['a workbook', faultsOf('PK\u0003\u0004'), [['not-text', null, null]]],
    ['no rows', faultsOf(heading), [['empty-file', null, null]]],
    ['an open quotation mark', faultsOf(heading, `"${row(england)}`), [['unclosed-quote', 2, null]]],
    ['a column of its own', faultsOf(`${heading},Notes`, `${row(england)},1`), [['unknown-column', 1, 'Notes']]],
    [
      'a column without a name',
      faultsOf(`${heading},12 Acacia Avenue`, `${row(england)},1`),
      [['unknown-column', 1, 'column 31']],
    ],
    ['a column twice', faultsOf(`${heading},cases`, `${row(england)},1`), [['column-twice', 1, 'cases']]],
    ['a column missing', faultsOf(heading.replace(',cases', ''), row(england)), [['missing-column', 1, 'cases']]],
    ['a cell too many', faultsOf(heading, `${row(england)},1`), [['row-length', 2, null]]],
    ['a note below the table', faultsOf(heading, row(england), 'Source: somebody'), [['row-length', 3, null]]],
    ['no year', faultsOf(heading, row(england.replace('2025', '202425'))), [['unknown-year', 2, 'time_period']]],
    [
      'a level of its own',
      faultsOf(heading, row(england.replace('National', 'County'))),
      [['unknown-level', 2, 'geographic_level']],
    ],
    [
      'a country of its own',
      faultsOf(heading, row(england.replace('E92000001', 'W92000004'))),
      [['unknown-code', 2, 'country_code']],
    ],
    [
      'an unknown region',
      faultsOf(heading, row(london.replace('E12000007', 'E12000017'))),
      [['unknown-code', 2, 'region_code']],
    ],
    [
      'an unknown code',
      faultsOf(heading, row(authority('E07000001', '940', 'Somewhere'))),
      [['unknown-code', 2, 'new_la_code']],
    ],
    [
      'a number too long',
      faultsOf(heading, row(authority('E06000061', '9401', 'Somewhere'))),
      [['unknown-authority-number', 2, 'old_la_code']],
    ],
    [
      'half of a joint return',
      faultsOf(heading, row(authority('E06000061 / E06000062', '940', 'North / West'))),
      [['joint-return', 2, 'new_la_code']],
    ],
    [
      'a cell that is no figure',
      faultsOf(heading, row(england).replace(/1$/, 'about 3')),
      [['unknown-figure', 2, 'absence_rate_fte']],
    ],
    ['a row twice', faultsOf(heading, row(england), row(london), row(england)), [['row-twice', 4, null]]],
  ])('%s', (_, faults, expected) => {
    expect(faults).toEqual(expected);
  });

  test('all faults are told together, and no message repeats a cell', () => {
    const file = read(heading, row(england, 'Jane Doe'), row(london, 'secret'));
    expect(file.kind).toBe('faults');
    expect(file.kind === 'faults' && file.faults).toHaveLength(40);
    expect(JSON.stringify(file)).not.toMatch(/Jane|secret/);
  });
});
