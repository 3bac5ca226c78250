import { readFileSync } from 'node:fs';
import type { Database } from '@mainstay/subgraph-kit';
import { loadPublishedFigures } from './published-figure.service.ts';

const name = 'csww_indicators_2017_to_2025.csv';
const file = new URL(`../../../reference/${name}`, import.meta.url);

/** Loads the committed file of published figures where none are held, for a demonstration. @see reference/SOURCES.md */
export async function loadReferenceFigures(database: Database): Promise<void> {
  const [held] = await database.owner((db) => db.query('SELECT 1 FROM published_figure LIMIT 1'));
  if (held) return;
  const loaded = await loadPublishedFigures(database, { name, bytes: new Uint8Array(readFileSync(file)) });
  if (loaded.kind === 'faults') throw new Error(`${name} has ${loaded.faults.length} faults.`);
}
