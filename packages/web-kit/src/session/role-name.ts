const names: Readonly<Record<string, string>> = {
  'la-analyst': 'Analyst',
  'la-commissioner': 'Commissioner',
  'la-manager': 'Manager',
  'la-worker': 'Social worker',
  'la-iro': 'Independent Reviewing Officer',
  'swp-worker': 'Social worker',
  'swp-manager': 'Practice manager',
  'ofsted-inspector': 'Inspector',
  integrator: 'Integrator',
  'platform-operator': 'Platform operator',
};

/** A role as people say it; the role itself when it is not one we know. */
export function roleName(role: string): string {
  return names[role] ?? role;
}
