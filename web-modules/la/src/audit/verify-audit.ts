/** What a check of an authority's audit found. */
export interface Verification {
  readonly isIntact: boolean;
  /** How many things were found wrong; the first hundred are in `findings`. */
  readonly faults: number;
  readonly findings: readonly { readonly sequence: number | null; readonly message: string }[];
}

/** Milliseconds after which a check is given up: a long audit is read from its first event to its last. */
const PATIENCE = 120_000;

/**
 * Has the platform recompute the audit of the viewer's authority.
 *
 * @throws Error with words that may be shown.
 */
export async function verifyAudit(): Promise<Verification> {
  const response = await fetch('/audit/verify', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-mainstay-csrf': '1' },
    body: '{}',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((cause: unknown) => {
    throw new Error('The service did not answer. Try again.', { cause });
  });
  if (!response.ok) throw new Error(refusal(response.status));
  const { authorities } = (await response.json()) as { readonly authorities: readonly Verification[] };
  const [own] = authorities;
  if (!own) throw new Error(refusal(response.status));
  return own;
}

function refusal(status: number): string {
  if (status === 401) return 'You have been signed out. Sign in again to go on.';
  if (status === 403) return 'Only managers may check the audit.';
  if (status === 429) return 'Others are checking the audit already. Try again in a minute.';
  return 'The audit could not be checked. Try again; if it goes on, tell the service’s support.';
}
