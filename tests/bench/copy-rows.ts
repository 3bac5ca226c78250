import pg from 'pg';

/** Rows as text, for a table of the shape of another. */
export interface CopiedTable {
  /** The table whose columns, defaults, indexes and checks the copy gets. */
  readonly like: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

interface CopyConnection {
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

const CHUNK = 64 * 1_024;

/** Seconds that PostgreSQL's `COPY … FROM STDIN` takes for the rows; making their text is not counted. */
export async function copyRows(url: string, { like, columns, rows }: CopiedTable): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`DROP TABLE IF EXISTS bench_copy; CREATE TABLE bench_copy (LIKE ${like} INCLUDING ALL)`);
    const text = Buffer.from(rows.map((row) => `${row.map(cell).join('\t')}\n`).join(''));
    const start = performance.now();
    await copyIn(client, `COPY bench_copy (${columns.join(', ')}) FROM STDIN`, text);
    const seconds = (performance.now() - start) / 1_000;
    const { rows: counted } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM bench_copy');
    if (counted[0]?.count !== rows.length) throw new Error(`COPY took ${counted[0]?.count} of ${rows.length} rows.`);
    return seconds;
  } finally {
    await client.query('DROP TABLE IF EXISTS bench_copy');
    await client.end();
  }
}

/** pg knows no copying of its own: this is a query that answers the server's call for data. */
function copyIn(client: pg.Client, sql: string, text: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const copy = {
      submit: (connection: CopyConnection) => connection.query(sql),
      handleCopyInResponse: (connection: CopyConnection) => {
        for (let from = 0; from < text.length; from += CHUNK) {
          connection.sendCopyFromChunk(text.subarray(from, from + CHUNK));
        }
        connection.endCopyFrom();
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: () => resolve(),
      handleError: (error: Error) => reject(error),
    };
    client.query(copy as unknown as pg.Submittable);
  });
}

/** A cell in COPY's text format. */
function cell(value: string | null): string {
  if (value === null) return String.raw`\N`;
  return value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\t', String.raw`\t`)
    .replaceAll('\n', String.raw`\n`);
}
