import type { ReturnRow } from '../checking/return-row.ts';
import { presentCode } from './authorities.ts';
import type { PostcodeDirectory } from './postcodes.ts';

/** What follows from the postcodes of an episode; the columns PL_LA, PL_LOCATION and PL_DISTANCE of older returns. */
export interface PlacementPlace {
  /**
   * PL_LA: the ONS code of the upper-tier authority the placement lies in; `WAL`, `SCO` or `NIR` outside England; null
   * when there is no placement postcode or the directory does not know it.
   */
  readonly laCode: string | null;
  /** PL_LOCATION: inside the authority that looks after the child or outside; null when PL_LA is. */
  readonly location: 'IN' | 'OUT' | null;
  /**
   * PL_DISTANCE: miles from the child's home to the placement as the crow flies, to one decimal; `unmeasuredDistance`
   * when the home is outside England; null when either postcode is blank or unknown.
   */
  readonly distance: number | null;
}

/** What a place is worked out with: null where it is not known. */
export interface PlaceContext {
  readonly postcodes: PostcodeDirectory | null;
  /** The ONS code of the authority whose return it is. */
  readonly laCode: string | null;
}

/** What the return's guidance has entered where a distance cannot be measured. */
export const unmeasuredDistance = 999.9;

const metresOfAMile = 1609.3;
const outsideEngland: Readonly<Record<string, string>> = { W: 'WAL', S: 'SCO', N: 'NIR' };

/** Where an episode's placement lies, worked out from HOME_POST and PL_POST. */
export function placementPlace(episode: ReturnRow<'Episodes'>, { postcodes, laCode }: PlaceContext): PlacementPlace {
  const placement = find(postcodes, episode.value('PL_POST'));
  const home = find(postcodes, episode.value('HOME_POST'));
  const placedIn = placement ? (outsideEngland[placement.laCode.charAt(0)] ?? presentCode(placement.laCode)) : null;
  const location = placedIn === null || laCode === null ? null : placedIn === presentCode(laCode) ? 'IN' : 'OUT';
  if (!placement || !home) return { laCode: placedIn, location, distance: null };
  if (outsideEngland[home.laCode.charAt(0)]) return { laCode: placedIn, location, distance: unmeasuredDistance };
  const miles = Math.hypot(home.easting - placement.easting, home.northing - placement.northing) / metresOfAMile;
  return { laCode: placedIn, location, distance: Math.round(miles * 10) / 10 };
}

function find(postcodes: PostcodeDirectory | null, postcode: string) {
  return postcode === '' ? undefined : postcodes?.find(postcode);
}
