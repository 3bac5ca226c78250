import { importReturn, loadPostcodes, openChildrenDatabase } from '@mainstay/children';
import { buildWorld, type World } from '@mainstay/demonstration';
import { systemClock } from '@mainstay/primitives';
import { silentLogger, type Database, type Viewer } from '@mainstay/subgraph-kit';
import { copyRows, type CopiedTable } from './copy-rows.ts';
import { atLeast, type Figure } from './report.ts';
import { leaveServerCore, takeServerCore } from './processor-time.ts';
import { median, medianRatio } from './statistics.ts';
import { ownerRows, type BenchWorld } from './world.ts';

/** What the import was measured to do. */
export interface ImportFigures {
  readonly figures: readonly Figure[];
  readonly medians: { readonly rows: number; readonly importRowsPerSecond: number; readonly copyRowsPerSecond: number };
}

const YEAR = 2026;
/** Who have a hundred thousand rows of the twelve tables together. */
const CHILDREN = 10_000;
/** The tables that an import fills. */
const FILLED = [
  'return_fault',
  'import_903_child',
  'return_row',
  'return_table',
  'import_903',
  'social_worker_episode',
  'review',
  'missing_incident',
  'care_leaver',
  'legal_status_period',
  'placement',
  'period_of_care',
  'episode',
  'child',
];

/**
 * Rows a second of a whole import (read, every rule, compare, load, histories) against PostgreSQL's `COPY` of the same
 * rows into a table of the same shape and indexes. The authority is one that the demonstration leaves empty. Like a server
 * under measurement, this process has a core of its own meanwhile.
 */
export async function benchImport(
  world: BenchWorld,
  { rounds, tell }: { rounds: number; tell: (message: string) => void },
): Promise<ImportFigures> {
  const url = world.urlOf('children');
  const laCode = world.authorities.at(-1) ?? '';
  const demonstration = buildWorld({
    lastYear: YEAR,
    years: 1,
    authorities: [{ code: laCode, name: 'Bench', children: CHILDREN, practice: null }],
  });
  const database = await openChildrenDatabase({ url, secret: world.secret, clock: systemClock, logger: silentLogger });
  try {
    takeServerCore();
    await loadPostcodes(database, demonstration.children.postcodes);
    const speeds = { imports: [] as number[], copies: [] as number[], rows: 0 };
    for (let round = 0; round < rounds; round += 1) {
      await empty(url, laCode);
      const seconds = await timeImport(database, laCode, demonstration);
      const table = await importedTable(url, laCode);
      const copySeconds = await copyRows(url, table);
      speeds.rows = table.rows.length;
      speeds.imports.push(table.rows.length / seconds);
      speeds.copies.push(table.rows.length / copySeconds);
      tell(`  import ${round + 1} of ${rounds}: ${table.rows.length} rows in ${seconds.toFixed(2)} s`);
    }
    await empty(url, laCode);
    return {
      figures: [atLeast('903 import: rows per second ÷ COPY', medianRatio(speeds.imports, speeds.copies), 0.5)],
      medians: {
        rows: speeds.rows,
        importRowsPerSecond: median(speeds.imports),
        copyRowsPerSecond: median(speeds.copies),
      },
    };
  } finally {
    leaveServerCore();
    await database.close();
  }
}

async function timeImport(database: Database, laCode: string, world: World): Promise<number> {
  const [sent] = world.children.returns;
  const files = (sent?.files ?? []).map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
  const start = performance.now();
  const { status } = await importReturn(
    { database, clock: systemClock },
    { viewer: analystOf(laCode), year: YEAR, files },
  );
  if (status !== 'LOADED') throw new Error(`The return was not loaded: ${status}.`);
  return (performance.now() - start) / 1_000;
}

/** The rows of the return as they were loaded, as text. */
async function importedTable(url: string, laCode: string): Promise<CopiedTable> {
  const described = await ownerRows<{ name: string }>(
    url,
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_name = 'return_row' AND is_generated = 'NEVER' ORDER BY ordinal_position`,
  );
  const columns = described.map(({ name }) => name);
  const texts = columns.map((name) => `${name}::text`).join(', ');
  const rows = await ownerRows<Record<string, string | null>>(
    url,
    `SELECT ${texts} FROM return_row WHERE la_code = '${laCode}'`,
  );
  return { like: 'return_row', columns, rows: rows.map((row) => Object.values(row)) };
}

async function empty(url: string, laCode: string): Promise<void> {
  await ownerRows(url, FILLED.map((table) => `DELETE FROM ${table} WHERE la_code = '${laCode}'`).join('; '));
}

function analystOf(laCode: string): Viewer {
  return {
    subject: 'bench',
    role: 'la-analyst',
    audience: 'la',
    laCodes: [laCode],
    practiceId: null,
    inspection: null,
    namedChildIds: [],
    hiddenChildIds: [],
    breakGlass: null,
    scopes: null,
    requestId: 'bench',
  };
}
