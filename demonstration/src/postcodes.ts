import type { Random } from './random.ts';
import { openSettings, type Settings } from './settings.ts';
import type { MadeUpPostcode } from './world-rows.ts';

const MILE = 1_609.3;
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
/** Where a placement lies, seen from the child's home and authority, as often as in the statistics of new placements. */
const whereabouts = [
  ['inside-near', 55],
  ['outside-near', 23.7],
  ['outside-far', 17],
  ['inside-far', 4],
  ['unknown', 0.3],
] as const;

/** The made-up places around one authority. */
export interface Places {
  readonly postcodes: readonly MadeUpPostcode[];
  /** Somewhere a family lives. */
  home(random: Random): MadeUpPostcode;
  /** Somewhere a child may be placed; null when the return would not know. */
  placement(random: Random): MadeUpPostcode | null;
  /** True when the place lies within the authority, or when nobody knows where it is. */
  isWithin(place: MadeUpPostcode | null): boolean;
  /** The settings children live in there. */
  readonly settings: Settings;
}

/** Lays out an authority as a disc of 12 miles, with neighbours around it. */
export function layOutPlaces(laCode: string, index: number, random: Random): Places {
  const centre = { easting: 250_000 + (index % 12) * 30_000, northing: 150_000 + Math.floor(index / 12) * 30_000 };
  let serial = 0;
  const place = (miles: number, code: string): MadeUpPostcode => {
    const angle = random.next() * 2 * Math.PI;
    serial += 1;
    return {
      postcode: spell(index, serial),
      easting: Math.round(centre.easting + Math.cos(angle) * miles * MILE),
      northing: Math.round(centre.northing + Math.sin(angle) * miles * MILE),
      laCode: code,
    };
  };
  const several = (count: number, from: number, to: number, code: string): MadeUpPostcode[] =>
    Array.from({ length: count }, () => place(from + random.next() * (to - from), code));
  const neighbour = `${laCode.slice(0, 3)}9999${String(index % 100).padStart(2, '0')}`;
  const homes = several(60, 0, 6, laCode);
  const kinds: Record<string, MadeUpPostcode[]> = {
    'inside-near': several(60, 0, 9, laCode),
    'inside-far': several(6, 27, 30, laCode),
    'outside-near': several(30, 10, 13, neighbour),
    'outside-far': several(40, 30, 90, neighbour),
  };
  return {
    postcodes: [...homes, ...Object.values(kinds).flat()],
    home: (chance) => chance.pick(homes),
    placement: (chance) => {
      const kind = kinds[chance.weighted(whereabouts)];
      return kind ? chance.pick(kind) : null;
    },
    isWithin: (place) => place === null || place.laCode === laCode,
    settings: openSettings(laCode, index, random.fork('settings')),
  };
}

/** No postcode area begins with X, so no such address exists. */
function spell(authority: number, serial: number): string {
  const letter = (value: number): string => LETTERS[value % LETTERS.length] ?? 'A';
  const district = (authority % 9) + 1;
  const area = `X${letter(Math.floor(authority / 9))}`;
  return `${area}${district} ${serial % 10}${letter(Math.floor(serial / 10))}${letter(Math.floor(serial / 200))}`;
}
