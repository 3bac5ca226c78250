import { normalPostcode } from '../reference/postcodes.ts';
import type { Provider } from '../reference/providers.ts';
import { cellIn, differing, type FaultToMend } from './fault-to-mend.ts';
import type { Candidate, CellPatch } from './suggestion.ts';

/** Columns that Ofsted's list says something of. */
const LOOKED_UP = ['URN', 'PL_POST', 'PLACE', 'PLACE_PROVIDER'];

/** How many settings at one postcode are offered. */
const MOST_SETTINGS = 3;

/** What Ofsted's list says of the setting an episode names, and of the settings at its postcode. */
export function providerCandidates({ fault, row, input: { providers } }: FaultToMend): Candidate[] {
  if (!providers || !fault.fields.some((name) => LOOKED_UP.includes(name))) return [];
  const cell = (name: string) => cellIn('Episodes', row.cells, name);
  const named = providers.find(cell('URN'));
  const there = providers.at(cell('PL_POST')).slice(0, MOST_SETTINGS);
  const patches: CellPatch[] = [
    ...there.filter(({ urn }) => urn !== cell('URN')).map(({ urn }) => ({ URN: urn })),
    ...(named ? patchesOf(named, cell('PL_POST')) : []),
    ...there.flatMap((setting) => patchesOf(setting, cell('PL_POST')).map((patch) => ({ URN: setting.urn, ...patch }))),
  ];
  return patches.flatMap((patch) => differing('Episodes', row, patch, 'PROVIDER_LIST'));
}

function patchesOf({ postcode, placementCodes, providerCodes }: Provider, written: string): CellPatch[] {
  const isElsewhere = postcode !== null && normalPostcode(postcode) !== normalPostcode(written);
  return [
    ...(isElsewhere ? [{ PL_POST: postcode }] : []),
    ...placementCodes.map((code) => ({ PLACE: code })),
    ...providerCodes.map((code) => ({ PLACE_PROVIDER: code })),
  ];
}
