import type { ReturnRow } from '../../checking/return-row.ts';
import type { TableName } from '../../tables/tables.ts';
import { nothing } from '../row-rule.ts';
import type { Finding, Rule } from '../rule.ts';

type BirthTable = Exclude<TableName, 'Header' | 'Episodes'>;

/** A rule that every child of a table has a header row, wherever that row ended up. */
function inHeader(code: string, table: TableName, published?: string): Rule {
  return {
    code,
    group: 'structural',
    isOwn: published === undefined,
    tables: ['Header', table],
    judges: table,
    fields: ['CHILD'],
    message: published ?? `Child in ${table} does not exist in Header.`,
    whatToDo: `Add the child to Header, or correct the identifier in ${table}.`,
    check(child): readonly Finding[] {
      if (child.localId === '' || child.allRows('Header').length > 0) return nothing;
      return child.rows(table).map((row) => ({ row: row as ReturnRow }));
    },
  };
}

/** A rule that a table gives the child the date of birth that the header gives. */
function sameBirth(code: string, table: BirthTable): Rule {
  return {
    code,
    group: 'structural',
    tables: ['Header', table],
    judges: table,
    fields: ['DOB'],
    message: `Internal Check: DOB in ${table} is different to DOB in Header.`,
    whatToDo: `Find out which date of birth is right, and enter it in both Header and ${table}.`,
    check(child): readonly Finding[] {
      const born = child.dateOfBirth();
      const rows = child.rows(table);
      if (born === null || rows.length === 0) return nothing;
      return rows.filter((row) => (row.date('DOB') ?? born) !== born).map((row) => ({ row: row as ReturnRow }));
    },
  };
}

const sameSex: Rule = {
  code: 'INT21',
  group: 'structural',
  tables: ['Header', 'UASC'],
  fields: ['SEX'],
  message: 'Internal Check: SEX in UASC is different to SEX in Header.',
  whatToDo: 'Find out which is right, and enter it in both Header and UASC.',
  *check(child): Generator<Finding> {
    const sex = child.header()?.value('SEX') ?? '';
    if (sex === '') return;
    for (const row of child.rows('UASC')) if (!row.isBlank('SEX') && row.value('SEX') !== sex) yield { row };
  },
};

const hasEpisodes: Rule = {
  code: 'EPI',
  group: 'structural',
  tables: ['Header'],
  alsoNeeds: ['Episodes'],
  fields: ['CHILD'],
  message: 'WARNING: Episodes need to be loaded for this child before further validation is possible',
  whatToDo: "Add the child's episodes, or take the child out of Header. Care leavers who are in OC3 need no episodes.",
  *check(child): Generator<Finding> {
    if (child.allRows('Episodes').length > 0 || child.allRows('OC3').length > 0) return;
    for (const row of child.rows('Header')) yield { row };
  },
};

const hasEpisodesLastYear: Rule = {
  code: 'NoE',
  group: 'structural',
  tables: ['Episodes'],
  needsPrevious: 'Episodes',
  fields: ['DECOM'],
  message:
    'This child has no episodes loaded for previous year even though child started to be looked after before this current year.',
  whatToDo: "Correct the date the episode began, or add the episode to last year's return.",
  *check(child, { start }): Generator<Finding> {
    const first = child.episodes()[0];
    const begun = first?.date('DECOM') ?? null;
    if (!first || begun === null || begun >= start || child.previousRows('Episodes').length > 0) return;
    yield { row: first, keepsRowOut: false };
  },
};

/** The published checks of the other tables against Header, and of Header against Episodes. */
export const headerRules: readonly Rule[] = [
  inHeader('INT01', 'AD1', 'Data Integrity Check: Child in AD1 does not exist in Header.'),
  inHeader('INT02', 'PlacedAdoption', 'Internal Check: Child in PlacedAdoption does not exist in Header.'),
  inHeader('INT03', 'Episodes', 'Internal Check: Child in Episodes does not exist in Header.'),
  inHeader('INT04', 'Missing', 'Internal Check: Child in Missing does not exist in Header.'),
  inHeader('INT05', 'OC2', 'Internal Check: Child in OC2 does not exist in Header.'),
  inHeader('INT06', 'OC3', 'Internal Check: Child in OC3 does not exist in Header.'),
  inHeader('INT07', 'PrevPerm', 'Internal Check: Child in PrevPerm does not exist in Header.'),
  inHeader('INT08', 'Reviews', 'Internal Check: Child in Reviews does not exist in Header.'),
  inHeader('INT09', 'UASC', 'Internal Check: Child in UASC does not exist in Header.'),
  sameBirth('INT11', 'AD1'),
  sameBirth('INT12', 'PlacedAdoption'),
  sameBirth('INT13', 'Missing'),
  sameBirth('INT14', 'OC2'),
  sameBirth('INT15', 'OC3'),
  sameBirth('INT16', 'PrevPerm'),
  sameBirth('INT17', 'Reviews'),
  sameBirth('INT18', 'UASC'),
  sameSex,
  hasEpisodes,
  hasEpisodesLastYear,
  inHeader('MS11', 'SWEpisodes'),
  inHeader('MS12', 'DoLo'),
];

/**
 * The platform's own rule for what hangs on a header row that was kept out.
 *
 * It is judged last, by `checkChild`, because it depends on what the other rules found.
 */
export const headerKeptOut: Rule = {
  code: 'MS08',
  group: 'structural',
  isOwn: true,
  tables: ['Header'],
  fields: ['CHILD'],
  message: "The child's Header row is kept out, so this row is kept out too.",
  whatToDo: "Put the faults of the child's Header row right, and load the files again.",
  *check(child): Generator<Finding> {
    for (const table of child.tables()) {
      if (table === 'Header') continue;
      for (const row of child.rows(table)) yield { row };
    }
  },
};
