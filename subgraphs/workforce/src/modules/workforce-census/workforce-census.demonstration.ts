import type { Clock } from '@mainstay/primitives';
import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { saveCensus } from './workforce-census.service.ts';

/** A synthetic census, as a file. */
export interface DemonstrationCensus {
  readonly laCode: string;
  readonly name: string;
  readonly text: string;
}

/** Imports synthetic censuses as analysts of their authorities would. Throws when one cannot be read. */
export async function loadDemonstrationCensuses(
  { database, clock }: { database: Pick<Database, 'write'>; clock: Clock },
  files: readonly DemonstrationCensus[],
): Promise<void> {
  for (const { laCode, name, text } of files) {
    const analyst = demonstrationAnalyst(laCode);
    const file = { name, bytes: new TextEncoder().encode(text) };
    const made = { year: null, isDryRun: false, by: analyst.subject, at: clock.now() };
    const outcome = await database.write(analyst, (db) => saveCensus(db, { laCode, file, ...made }));
    if (outcome.kind === 'unusable') throw new Error(`A demonstration census was refused. ${outcome.message}`);
  }
}

function demonstrationAnalyst(laCode: string): Viewer {
  return {
    subject: 'demonstration',
    role: 'la-analyst',
    audience: 'la',
    laCodes: [laCode],
    practiceId: null,
    inspection: null,
    namedChildIds: [],
    hiddenChildIds: [],
    breakGlass: null,
    scopes: null,
    requestId: 'demonstration',
  };
}
