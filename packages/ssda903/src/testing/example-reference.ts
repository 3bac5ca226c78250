import type { PlainDate } from '@mainstay/primitives';
import { postcodeDirectoryOf } from '../reference/postcodes.ts';
import { providerListOf, type Provider } from '../reference/providers.ts';

/** The authority whose return the examples are. No such authority exists. */
export const exampleAuthority = 'E09999001';

/** Another authority, that the examples place children in. No such authority exists either. */
export const otherAuthority = 'E09999002';

/** A mile east on the national grid, in metres. */
const mile = 1609.3;

/**
 * Made-up postcodes of the examples, by the miles they lie east of the first: no postcode area begins with X.
 *
 * XA is the authority's own, XB another's, XW is in Wales, XS in Scotland, XN in Northern Ireland.
 */
export const examplePostcodes = postcodeDirectoryOf(
  (
    [
      ['XA1 1AA', 0, exampleAuthority],
      ['XA1 1AB', 3, exampleAuthority],
      ['XA1 1AC', 5, exampleAuthority],
      ['XB1 1AA', 12.5, otherAuthority],
      ['XB2 2BB', 350, otherAuthority],
      ['XB2 2BC', 350.1, otherAuthority],
      ['XW1 1AA', 90, 'W06999001'],
      ['XS1 1AA', 340, 'S12999001'],
      ['XN1 1AA', 300, 'N09999001'],
    ] as const
  ).map(([postcode, miles, laCode]) => ({
    postcode,
    easting: Math.round(200_000 + miles * mile),
    northing: 200_000,
    laCode,
  })),
);

const home: Provider = {
  urn: 'SC900001',
  postcode: 'XA1 1AB',
  laCode: exampleAuthority,
  laName: 'Example Borough',
  placementCodes: ['K2'],
  providerCodes: ['PR1'],
  registeredOn: null,
  registrationEndedOn: null,
};

/** Made-up settings of the examples. */
export const exampleProviders = providerListOf([
  home,
  { ...home, urn: 'SC900002', postcode: 'XB1 1AA', laCode: otherAuthority, providerCodes: ['PR2', 'PR4'] },
  { ...home, urn: 'SC900003', placementCodes: ['U1', 'U4', 'U6'] },
  { ...home, urn: 'SC900004', registrationEndedOn: '2024-09-30' as PlainDate },
  { ...home, urn: 'SC900005', postcode: null, laCode: null, placementCodes: [], providerCodes: [] },
]);
