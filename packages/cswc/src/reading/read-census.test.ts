import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorityFields } from '../fields/authority-fields.ts';
import { workerFields } from '../fields/worker-fields.ts';
import { anAgencyWorker, anEmployee, censusOf, censusXml } from '../testing/example-census.ts';
import { writeCensus } from '../writing/write-census.ts';
import { readCensus } from './read-census.ts';

const sample = readFileSync(
  new URL('../../../../tests/fixtures/cswc-2022/social_work_workforce_2022.xml', import.meta.url),
);
const refusalOf = (text: string | Uint8Array) =>
  readCensus(typeof text === 'string' ? new TextEncoder().encode(text) : text).refusal ?? '';
const one = censusXml([anEmployee(1)]);

describe('a census', () => {
  test('that nobody here wrote is read whole, and written back as the same', () => {
    const census = censusOf(sample.toString());
    expect([census.year, census.authorityBlock, census.workers.length]).toEqual([2022, 'LALevelVacancies', 30]);
    expect(census.authority).toEqual({ NumberOfVacancies: '79.68', NoAgencyFTE: '59.82', NoAgencyHeadcount: '71' });
    expect(census.workers[3]).toMatchObject({
      number: 4,
      line: 79,
      cells: { SWENo: 'oP8178849586', FTE30: '0.429963' },
    });
    expect(census.unknown).toEqual([]);
    const workers = census.workers.map(({ cells }) => cells);
    const again = censusOf(
      writeCensus({ ...census, workers, authorityNumber: '301', dateTime: '2022-11-02T10:00:00Z' }),
    );
    expect(again.workers.map(({ cells }) => cells)).toEqual(workers);
    expect(again.authority).toEqual(census.authority);
  });

  test('may have its workers one after another, within CSWWWorkers, or as CSWWWorkers', () => {
    const cells = [anEmployee(1), anAgencyWorker(2)];
    const plain = censusXml(cells);
    const first = plain.indexOf('  <CSWWWorker>');
    const wrapped = `${plain.slice(0, first)}<CSWWWorkers>${plain.slice(first).replace('</Message>', '</CSWWWorkers></Message>')}`;
    const renamed = plain.replaceAll('CSWWWorker>', 'CSWWWorkers>');
    for (const xml of [plain, wrapped, renamed]) {
      expect(censusOf(xml).workers.map((row) => row.cells)).toEqual(cells);
    }
  });

  test('is read in UTF-16 and with character references; blank elements are none', () => {
    const xml = one.replace('<Sex>F</Sex>', '<Sex>&#70;</Sex><QualInst/><Absat30Sept> </Absat30Sept>');
    const wide = Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const { census } = readCensus(wide);
    expect(census?.workers.map(({ cells }) => cells)).toEqual([anEmployee(1)]);
  });

  test('tells elements that it does not have, with the line of the first, and reads the others', () => {
    const xml = one.replace('<Sex>', '<SwenNo>x</SwenNo><Nested><Sex>M</Sex></Nested>\n<SwenNo>y</SwenNo><Sex>');
    const census = censusOf(xml);
    expect(census.unknown).toEqual([
      { tag: 'SwenNo', count: 2, firstLine: 28 },
      { tag: 'Nested', count: 1, firstLine: 28 },
    ]);
    expect(census.workers[0]?.cells).toEqual(anEmployee(1));
  });

  test('keeps the first of two elements of a name, and says so', () => {
    const [row] = censusOf(one.replace('<FTE>1</FTE>', '<FTE>1</FTE><FTE>0.5</FTE>')).workers;
    expect([row?.cells.FTE, row?.repeated]).toEqual(['1', ['FTE']]);
  });

  test('comes out as it went in, whatever the elements say', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((some) => some.replaceAll(/[^\P{C}\n\t]|[\uFFFE\uFFFF]/gu, '').trim());
    const cellsOf = (tags: readonly string[]) =>
      fc
        .dictionary(fc.constantFrom(...tags), text)
        .map((cells) => Object.fromEntries(Object.entries(cells).filter(([, said]) => said !== '')));
    const workers = fc.array(cellsOf(workerFields.map(({ tag }) => tag)), { minLength: 1, maxLength: 5 });
    const authority = cellsOf(authorityFields.map(({ tag }) => tag));
    fc.assert(
      fc.property(workers, authority, fc.integer({ min: 2018, max: 2030 }), (said, ofAuthority, year) => {
        const census = censusOf(censusXml(said, { year, authority: ofAuthority }));
        expect(census.workers.map(({ cells }) => ({ ...cells }))).toEqual(said);
        expect({ ...census.authority }).toEqual(ofAuthority);
        expect([census.year, census.header.ReferenceDate]).toEqual([year, `${year}-09-30`]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a file that cannot be used is refused:', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  test.each([
    ['an empty one', '', /empty/],
    ['one that is no XML', 'CHILD,SEX\n1,2', /not XML/],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /not XML/],
    ['a document type', `${doctype}<Message>&e;</Message>`, /document type on line 1/],
    ['an entity that nobody declared', one.replace('F</Sex>', '&e;</Sex>'), /not well formed/],
    ['one that ends in the middle', one.slice(0, 900), /not well formed/],
    ['another return', '<EXPSSDA903/>', /first element, on line 1, is not Message/],
    ['another collection', one.replace('CSWW<', 'CIN<'), /another collection/],
    ['one without a year', one.replace('<Year>2025</Year>', ''), /which year/],
    ['one without workers', censusXml([]), /no CSWWWorker/],
    [
      'more workers than an authority has',
      `<Message>${'<CSWWWorker/>'.repeat(5001)}</Message>`,
      /more than 5000 workers/,
    ],
    ['elements nested without end', `<Message>${'<a>'.repeat(100_000)}`, /deeper/],
  ])('%s', (_what, text, why) => {
    expect(refusalOf(text)).toMatch(why);
  });
});
