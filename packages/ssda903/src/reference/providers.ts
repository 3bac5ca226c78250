import type { PlainDate } from '@mainstay/primitives';
import { normalPostcode } from './postcodes.ts';

/** A setting that Ofsted inspects, as its list of providers describes it. */
export interface Provider {
  /** Ofsted's unique reference number, in capitals and without spaces. */
  readonly urn: string;
  /** Where the setting is, written as in the list; null when the list does not say. */
  readonly postcode: string | null;
  /** The ONS code (`E09000033`) of the upper-tier authority the setting lies in or belongs to; null when unknown. */
  readonly laCode: string | null;
  /** The name of that authority, as the list writes it; null when it does not say. */
  readonly laName: string | null;
  /** The placement types (PLACE) the setting may be given; empty when the list does not say. */
  readonly placementCodes: readonly string[];
  /** The providers (PLACE_PROVIDER) the setting may be given; empty when the list does not say. */
  readonly providerCodes: readonly string[];
  /** The day the setting was registered; null when the list does not say. */
  readonly registeredOn: PlainDate | null;
  /** The day its registration ended; null while it is registered. */
  readonly registrationEndedOn: PlainDate | null;
}

/** The list of Ofsted's providers that rules look settings up in. Works in Node and in a browser's worker alike. */
export interface ProviderList {
  /** The day the list was made; null when it does not say. */
  readonly asAt: PlainDate | null;
  /** The setting with this number, however the number is written; undefined when the list has none. */
  find(urn: string): Provider | undefined;
  /** The settings at a postcode, however it is spaced; those still registered first. For suggesting a number. */
  at(postcode: string): readonly Provider[];
}

/** A list of the providers given. Of two with one number, the one still registered counts. */
export function providerListOf(providers: Iterable<Provider>, asAt: PlainDate | null = null): ProviderList {
  const byUrn = new Map<string, Provider>();
  for (const provider of providers) {
    const urn = normalUrn(provider.urn);
    const known = byUrn.get(urn);
    if (!known || (known.registrationEndedOn !== null && provider.registrationEndedOn === null)) {
      byUrn.set(urn, provider);
    }
  }
  const byPostcode = Map.groupBy(byUrn.values(), ({ postcode }) => normalPostcode(postcode ?? ''));
  for (const settings of byPostcode.values()) settings.sort(registeredFirst);
  return {
    asAt,
    find: (urn) => byUrn.get(urn) ?? byUrn.get(normalUrn(urn)),
    at: (postcode) => (postcode.trim() === '' ? [] : (byPostcode.get(normalPostcode(postcode)) ?? [])),
  };
}

function registeredFirst(one: Provider, other: Provider): number {
  return Number(one.registrationEndedOn !== null) - Number(other.registrationEndedOn !== null);
}

/** The number as lists and rows are compared by: in capitals, without spaces. */
export function normalUrn(urn: string): string {
  return urn.replaceAll(/\s/g, '').toUpperCase();
}
