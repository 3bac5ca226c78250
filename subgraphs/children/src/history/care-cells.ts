import { collectionYearOf, type PlainDate } from '@mainstay/primitives';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import { codeOf } from '../record/code-of.ts';

/** Where a child is placed: `PlacementInput` of the graph, without the match. */
export interface PlacementGiven {
  readonly type: string;
  readonly provider?: string | null;
  readonly urn?: string | null;
  readonly postcode?: string | null;
  readonly homePostcode?: string | null;
}

/**
 * The cells of Episodes that say where a child is placed from a day on.
 *
 * @param homePostcode the one on record.
 * @throws RecordFault when a code is none of that year's, a postcode or a number cannot be one.
 */
export function placementCells(
  placement: PlacementGiven,
  { on, homePostcode }: { readonly on: PlainDate; readonly homePostcode: string },
): Readonly<Record<'PLACE' | 'PLACE_PROVIDER' | 'URN' | 'PL_POST' | 'HOME_POST', string>> {
  const year = collectionYearOf(on);
  const { type, provider, urn, postcode, homePostcode: newHome } = placement;
  return {
    PLACE: codeOf('placement.type', type, { set: 'PLACE', year }),
    PLACE_PROVIDER: provider ? codeOf('placement.provider', provider, { set: 'PLACE_PROVIDER', year }) : '',
    URN: urn ? urnCell(urn) : '',
    PL_POST: postcode ? postcodeCell('placement.postcode', postcode) : '',
    HOME_POST: newHome ? postcodeCell('placement.homePostcode', newHome) : homePostcode,
  };
}

const URN = /^(?:SC\d{6}|\d{7}|X{7})$/;

function urnCell(text: string): string {
  const urn = text.trim().toUpperCase();
  if (URN.test(urn)) return urn;
  throw new RecordFault(
    'placement.urn',
    'Enter SC and six digits, seven digits, or seven letters X where there is no number.',
  );
}

const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/**
 * A postcode with its one space.
 *
 * @throws RecordFault when it cannot be one.
 */
export function postcodeCell(field: string, text: string): string {
  const [, outward, inward] = POSTCODE.exec(text.replaceAll(/\s/g, '').toUpperCase()) ?? [];
  if (outward && inward) return `${outward} ${inward}`;
  throw new RecordFault(field, 'Enter a whole postcode.');
}
