/** What an address asks of the page of faults. */
export interface AskedFaults {
  readonly view: 'rule' | 'child';
  readonly rule: string | null;
  /** What the numbers of the children begin with. */
  readonly search: string | null;
  /** The child whose rows are shown. */
  readonly child: string | null;
  readonly after: string | null;
}

/** What an address asks; faults by rule when it asks nothing. */
export function faultsFromAddress(search: URLSearchParams): AskedFaults {
  return {
    view: search.get('by') === 'child' ? 'child' : 'rule',
    rule: search.get('rule') || null,
    search: search.get('search') || null,
    child: search.get('child') || null,
    after: search.get('after') || null,
  };
}

/** The search part of the address of a list of faults, or of one child's. */
export function addressOfFaults(asked: Partial<AskedFaults>): string {
  const search = new URLSearchParams({ by: asked.view ?? (asked.rule || asked.search ? 'child' : 'rule') });
  for (const name of ['rule', 'search', 'child', 'after'] as const) {
    const value = asked[name];
    if (value) search.set(name, value);
  }
  return `?${search.toString()}`;
}
