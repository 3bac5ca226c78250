/** Which of the three lists of faults is shown. */
export type FaultView = 'rule' | 'child' | 'each';

/** What an address asks of a report: the list, what it is narrowed to and the page of it. */
export interface AskedReport {
  readonly view: FaultView;
  readonly rule: string | null;
  readonly child: string | null;
  readonly childrenAfter: string | null;
  readonly faultsAfter: string | null;
}

/** What an address asks of a report; faults by rule when it asks nothing. */
export function reportFromAddress(search: URLSearchParams): AskedReport {
  const view = search.get('by');
  return {
    view: view === 'child' || view === 'each' ? view : 'rule',
    rule: search.get('rule') || null,
    child: search.get('child') || null,
    childrenAfter: search.get('childrenAfter') || null,
    faultsAfter: search.get('faultsAfter') || null,
  };
}

/** The search part of the address for a list of faults. */
export function addressOfReport(asked: { readonly view: FaultView } & Partial<AskedReport>): string {
  const search = new URLSearchParams({ by: asked.view });
  for (const name of ['rule', 'child', 'childrenAfter', 'faultsAfter'] as const) {
    const value = asked[name];
    if (value) search.set(name, value);
  }
  return `?${search.toString()}`;
}
