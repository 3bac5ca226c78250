import type { IdentityClaims, SignInRole } from './claims.ts';

/** An account of the demonstration: anybody may sign in with it, nothing real stands behind it. */
export interface DemonstrationAccount {
  readonly account: SignInRole;
  readonly name: string;
  /** What the account is for, in plain words. */
  readonly description: string;
}

/** The ten accounts, in the order in which they are offered. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  {
    account: 'la-analyst',
    name: 'Amara Field',
    description: 'Analyst of a local authority: imports returns, reads the dashboard',
  },
  {
    account: 'la-commissioner',
    name: 'Bryn Castle',
    description: 'Commissioner of a local authority: allocates children to practices',
  },
  { account: 'la-manager', name: 'Chandra Moore', description: 'Manager of a local authority: both of these' },
  {
    account: 'la-worker',
    name: 'Ivy Marlow',
    description: 'Social worker of a local authority: records what happens in the lives of its children',
  },
  {
    account: 'la-iro',
    name: 'Gwen Ashe',
    description: 'Independent Reviewing Officer of a local authority: the children whose reviews she chairs',
  },
  { account: 'swp-worker', name: 'Dara Lane', description: 'Social worker of a practice' },
  { account: 'swp-manager', name: 'Ewan Hill', description: 'Manager of a practice' },
  {
    account: 'ofsted-inspector',
    name: 'Farah Brook',
    description: 'Inspector during an inspection of a local authority: reads only',
  },
  { account: 'integrator', name: 'Records system', description: 'A machine of a local authority: reads only' },
  {
    account: 'platform-operator',
    name: 'Hugo Marsh',
    description: 'Operator of the platform: sees no records; may verify the audit',
  },
];

/** Where the accounts belong unless something else is asked for. */
export interface DemonstrationHome {
  /** ONS code of the local authority. */
  readonly la: string;
  /** Identifier of the practice. */
  readonly practice: string;
}

/** The registration numbers under which the demonstration's workforce knows its social workers. */
export const demonstrationWorkers: Readonly<Partial<Record<SignInRole, string>>> = {
  'la-worker': 'SW099001',
  'swp-worker': 'SW099002',
};

/** What the tokens of an account say; undefined for an account that does not exist. */
export function demonstrationClaims(account: string, home: DemonstrationHome): IdentityClaims | undefined {
  const found = demonstrationAccounts.find((candidate) => candidate.account === account);
  if (!found) return undefined;
  const worker = demonstrationWorkers[found.account];
  const person = { sub: `demo:${found.account}`, name: found.name, ...(worker ? { worker } : {}) };
  switch (found.account) {
    case 'platform-operator':
      return { ...person, role: found.account };
    case 'swp-worker':
    case 'swp-manager':
      return { ...person, role: found.account, practice: home.practice, la: home.la };
    case 'integrator':
      // Machines are registered with one authority each.
      return { ...person, sub: `demo:integrator.${home.la}`, role: found.account, la: home.la };
    default:
      return { ...person, role: found.account, la: home.la };
  }
}

/** The account that a subject of the demonstration belongs to. */
export function accountOfSubject(subject: string): string {
  return subject.replace(/^demo:/, '').replace(/\..*$/, '');
}
