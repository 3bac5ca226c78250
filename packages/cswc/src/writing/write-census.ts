import { authorityFields, lastYearOfLaLevelVacancies, type AuthorityTag } from '../fields/authority-fields.ts';
import type { CensusCells, CensusField } from '../fields/census-field.ts';
import { workerFields, type WorkerTag } from '../fields/worker-fields.ts';
import type { CensusFile } from '../reading/census-file.ts';

/** What a census is written from. */
export interface CensusToWrite {
  readonly year: number;
  /** The authority's number at the Department for Education, three digits. */
  readonly authorityNumber: string;
  /** The name the block came under; that of the year when it is left out. */
  readonly authorityBlock?: CensusFile['authorityBlock'];
  readonly authority: CensusCells<AuthorityTag>;
  /** The cells of each worker, in their order. */
  readonly workers: Iterable<CensusCells<WorkerTag>>;
  /** When the file is made: `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly dateTime: string;
}

/**
 * A census in its XML form: UTF-8, a `CSWWWorker` a worker in their order, fields in the order of the specification, blank
 * ones left out. Read back by `readCensus` it gives the same cells.
 */
export function writeCensus(census: CensusToWrite): string {
  const { year, authority, workers } = census;
  const block = census.authorityBlock ?? (year <= lastYearOfLaLevelVacancies ? 'LALevelVacancies' : 'LALevel');
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Message>',
    ...headerLines(census),
    ...elementLines(block, authorityFields, authority),
  ];
  for (const cells of workers) for (const line of elementLines('CSWWWorker', workerFields, cells)) lines.push(line);
  lines.push('</Message>', '');
  return lines.join('\n');
}

function headerLines({ year, authorityNumber, dateTime }: CensusToWrite): string[] {
  return [
    '  <Header>',
    '    <CollectionDetails>',
    `      <Collection>CSWW</Collection>`,
    `      <Year>${year}</Year>`,
    `      <ReferenceDate>${year}-09-30</ReferenceDate>`,
    '    </CollectionDetails>',
    '    <Source>',
    '      <SourceLevel>L</SourceLevel>',
    `      <LEA>${escaped(authorityNumber)}</LEA>`,
    '      <SoftwareCode>Mainstay</SoftwareCode>',
    `      <DateTime>${escaped(dateTime)}</DateTime>`,
    '    </Source>',
    '  </Header>',
  ];
}

function elementLines<Tag extends string>(
  element: string,
  fields: readonly CensusField<Tag>[],
  cells: CensusCells<Tag>,
): string[] {
  const written = fields.flatMap(({ tag }) => {
    const text = cells[tag];
    return text === undefined || text === '' ? [] : [`    <${tag}>${escaped(text)}</${tag}>`];
  });
  return [`  <${element}>`, ...written, `  </${element}>`];
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>\r]/g, (mark) => escapes[mark] ?? '');
}
