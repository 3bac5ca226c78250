/** What is read of Ofsted's lists. */
export type ProviderColumn =
  'urn' | 'postcode' | 'laCode' | 'laName' | 'placement' | 'provider' | 'kind' | 'registered' | 'ended';

/**
 * How the lists of different years head what is read, best first: a setting's own postcode and authority come before
 * its provider's, and the owner's are never taken.
 */
const headings: Readonly<Record<ProviderColumn, readonly string[]>> = {
  urn: ['urn', 'provider urn', 'setting urn', 'ofsted urn'],
  postcode: [
    'setting address postcode',
    'setting postcode',
    'provider postcode',
    'provider address postcode',
    'postcode',
  ],
  laCode: ['local authority code', 'la code new', 'la code', 'ons code'],
  laName: [
    'setting local authority',
    'local authority',
    'local authority name',
    'provider local authority',
    'local authority ons name',
    'la',
  ],
  placement: ['placement code', 'placement codes', 'provider placement code', 'provider placement codes'],
  provider: [
    'placement provider code',
    'placement provider codes',
    'provider code',
    'provider codes',
    'place provider',
  ],
  kind: ['provider type', 'provision type', 'provider subtype'],
  registered: ['registration date', 'date registered', 'registered on'],
  ended: [
    'deregistration date',
    'closed date',
    'date closed',
    'registration end date',
    'reg end',
    'date of deregistration',
  ],
};

/** Where each column stands in a row of headings. */
export type ProviderColumns = Readonly<Partial<Record<ProviderColumn, number>>>;

/** Finds the columns in a row of headings; null when the row is not one, having no number of Ofsted's. */
export function providerColumns(cells: readonly string[]): ProviderColumns | null {
  const names = cells.map((cell) =>
    cell
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, ' ')
      .trim(),
  );
  const found: Partial<Record<ProviderColumn, number>> = {};
  for (const [column, known] of Object.entries(headings) as [ProviderColumn, readonly string[]][]) {
    const at = known.map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (at !== undefined) found[column] = at;
  }
  return found.urn === undefined ? null : found;
}
