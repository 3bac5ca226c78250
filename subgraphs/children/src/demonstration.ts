import { systemClock } from '@mainstay/primitives';
import type { Provider } from '@mainstay/ssda903';
import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { importReturn } from './modules/import-903/import-903.run.ts';
import type { PostcodeEntity } from './modules/postcode/postcode.entity.ts';
import { loadPostcodes } from './modules/postcode/postcode.service.ts';
import { insertProviderList } from './modules/provider-list/provider-list.repository.ts';

/** What the demonstration puts into this subgraph: returns as authorities would send them, and where postcodes lie. */
export interface DemonstrationChildren {
  readonly postcodes: readonly PostcodeEntity[];
  /** The settings of all authorities, as Ofsted's list would have them; none is loaded when left out. */
  readonly providers?: readonly Provider[];
  readonly returns: readonly {
    readonly laCode: string;
    readonly year: number;
    readonly files: readonly { readonly name: string; readonly text: string }[];
  }[];
}

/**
 * Loads the demonstration's returns the way a real one is loaded: read, checked by every rule, and with the rights of an
 * analyst of the authority.
 *
 * @param tell told in plain words how far it is.
 * @throws Error when a return is not accepted: the demonstration is at fault then.
 */
export async function loadDemonstration(
  { database }: { database: Database },
  { postcodes, providers = [], returns }: DemonstrationChildren,
  tell: (message: string) => void = () => {},
): Promise<void> {
  await loadPostcodes(database, postcodes);
  if (providers.length > 0) await loadProviders(database, new Set(returns.map(({ laCode }) => laCode)), providers);
  for (const [index, { laCode, year, files }] of returns.entries()) {
    const { status } = await importReturn(
      { database, clock: systemClock },
      {
        viewer: demonstrationAnalyst(laCode),
        year,
        files: files.map(({ name, text }) => ({ name, bytes: utf8(text) })),
      },
    );
    if (status !== 'LOADED') throw new Error(`The demonstration's return ${year} of ${laCode} ended as ${status}.`);
    tell(`Loaded ${index + 1} of ${returns.length} returns.`);
  }
}

async function loadProviders(
  database: Database,
  laCodes: ReadonlySet<string>,
  providers: readonly Provider[],
): Promise<void> {
  const loaded = { fileName: 'demonstration.csv', asAt: null, loadedAt: systemClock.now(), loadedBy: 'demonstration' };
  await database.service(async (db) => {
    for (const laCode of laCodes) {
      await insertProviderList(db, { ...loaded, laCode, id: `${laCode}.demonstration` }, providers);
    }
  });
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
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
