import type { Provider } from '@mainstay/ssda903';
import { toPlainDate, YEAR, type Day } from './day.ts';
import type { Random } from './random.ts';
import type { MadeUpPostcode } from './world-rows.ts';

/** What tells one setting from another. */
export interface SettingKey {
  readonly type: string;
  readonly provider: string;
  readonly place: MadeUpPostcode | null;
  /** Which of the agencies that find carers, counted from 1; means nothing for homes. */
  readonly agency: number;
}

/** The settings that children of one authority have lived in, each with a number as Ofsted would give it. */
export interface Settings {
  /** The number of a setting; the same one for the same setting. */
  number(key: SettingKey): string;
  /** Ofsted's list of them on a day. A few have closed, and a few are missing from it, as in real lists. */
  listed(on: Day): Provider[];
}

/** Numbers kept for each authority, so that none is given out twice. */
const NUMBERS = 2_000;
/** One home in a hundred has closed, and one in two hundred is not in the list. */
const CLOSED = 0.01;
const UNLISTED = 0.005;

/** The placement types a setting may be given in the return, by the type of one stay. */
const placementTypes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^U/, ['U1', 'U2', 'U3', 'U4', 'U5', 'U6']],
  [/^A/, ['A3', 'A4', 'A5', 'A6']],
  // Returns before 2025 call supported accommodation H5.
  [/^K3$/, ['K3', 'H5']],
];

/** Opens the register of one authority's settings. No such setting exists. */
export function openSettings(laCode: string, index: number, random: Random): Settings {
  const known = new Map<string, Provider>();
  const register = (key: SettingKey): Provider => {
    const { type, provider, place, agency } = key;
    const withCarers = /^[UA]/.test(type);
    const codes = placementTypes.find(([kind]) => kind.test(type))?.[1] ?? [type];
    const name = [codes[0], provider, withCarers ? ownOr(provider, agency) : (place?.postcode ?? agency)].join(' ');
    const setting = known.get(name) ?? {
      urn: `SC${600_000 + index * NUMBERS + known.size}`,
      postcode: withCarers ? null : (place?.postcode ?? null),
      laCode: provider === 'PR1' ? laCode : withCarers ? null : (place?.laCode ?? null),
      laName: null,
      placementCodes: codes,
      providerCodes: [provider],
      registeredOn: null,
      registrationEndedOn: null,
    };
    known.set(name, setting);
    return setting;
  };
  return {
    number: (key) => register(key).urn,
    listed: (on) => [...known.values()].flatMap((setting) => asListed(setting, random.fork(setting.urn), on)),
  };
}

/** An authority finds its own carers itself; other agencies are several. */
function ownOr(provider: string, agency: number): number {
  return provider === 'PR1' ? 0 : agency;
}

function asListed(setting: Provider, random: Random, on: Day): Provider[] {
  const registeredOn = toPlainDate(on - random.between(Math.floor(8 * YEAR), Math.floor(20 * YEAR)));
  if (setting.postcode === null) return [{ ...setting, registeredOn }];
  if (random.chance(UNLISTED)) return [];
  const ended = random.chance(CLOSED) ? toPlainDate(on - random.between(30, Math.floor(2 * YEAR))) : null;
  return [{ ...setting, registeredOn, registrationEndedOn: ended }];
}

/** Said above the list, where whoever opens the file sees it. */
export const syntheticNote = 'SYNTHETIC list of providers for the demonstration: no such setting exists';

const headings = [
  'URN',
  'Provider postcode',
  'Local authority code',
  'Placement code',
  'Placement provider code',
  'Registration date',
  'Deregistration date',
];

/** The list as a file such as Ofsted's, with a first row that says it is synthetic and the day it is of. */
export function writeProviderList(providers: readonly Provider[], asAt: string): string {
  const rows = providers.map((provider) => [
    provider.urn,
    provider.postcode ?? '',
    provider.laCode ?? '',
    provider.placementCodes.join('/'),
    provider.providerCodes.join('/'),
    provider.registeredOn ?? '',
    provider.registrationEndedOn ?? '',
  ]);
  const title = [`${syntheticNote}; as at ${asAt}`, ...headings.slice(1).map(() => '')];
  return `${[title, headings, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
}
