import { places } from '../../testkit/small-world.ts';

/** The authority a viewer or a child belongs to. */
export type Tenant = 'home' | 'away';

/** Somebody who asks, as the statement of the policy sees them. */
export interface ViewerCase {
  readonly name: string;
  /** The demonstration account whose token is used; machines with scopes of their own bring one. */
  readonly account: string;
  readonly tenant: Tenant;
  readonly place: { readonly la?: string; readonly practice?: string };
  /** What a machine was let in for; null for people. */
  readonly scopes: readonly string[] | null;
}

const home = { tenant: 'home', place: {} } as const;
const away = { tenant: 'away', place: { la: places.away } } as const;
const person = (name: string, account: string, where: Pick<ViewerCase, 'tenant' | 'place'>): ViewerCase => ({
  name,
  account,
  scopes: null,
  ...where,
});

/** Every role, of the home organisation and of another one. */
export const viewerCases: readonly ViewerCase[] = [
  ...['la-analyst', 'la-commissioner', 'la-manager', 'la-worker', 'la-iro'].flatMap((account) => [
    person(`${account} of the authority`, account, home),
    person(`${account} of another authority`, account, away),
  ]),
  ...['swp-worker', 'swp-manager'].flatMap((account) => [
    person(`${account} of the practice`, account, home),
    person(`${account} of another practice`, account, { tenant: 'away', place: { practice: places.awayPractice } }),
  ]),
  person('inspector of the authority', 'ofsted-inspector', home),
  person('inspector whom another authority let nowhere', 'ofsted-inspector', away),
  {
    ...person('machine for everything', 'integrator', home),
    scopes: ['CHILDREN', 'WORKFORCE', 'CONTRACTS', 'FIGURES'],
  },
  {
    ...person('machine of another authority', 'integrator', away),
    scopes: ['CHILDREN', 'WORKFORCE', 'CONTRACTS', 'FIGURES'],
  },
  { ...person('machine for figures', 'machine', home), scopes: ['FIGURES'] },
  { ...person('machine for the workforce', 'machine', home), scopes: ['WORKFORCE'] },
];

/** The one who sees the most of an authority: what they are not shown is not there. */
export function baselineOf(tenant: Tenant): ViewerCase {
  const found = viewerCases.find((viewer) => viewer.account === 'la-manager' && viewer.tenant === tenant);
  if (!found) throw new Error('The matrix needs a manager of every authority.');
  return found;
}
