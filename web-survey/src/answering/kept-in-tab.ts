import type { Credential, CredentialInTheMaking } from '@mainstay/survey-bank/credential';

/** What was answered so far, as it was written, by the question's id; a question without an answer is not in it. */
export type Written = Readonly<Record<string, string>>;

/** What this tab keeps until the answers are sent, so that loading the page again loses nothing. */
export interface KeptInTab {
  readonly secret: string;
  readonly answers: Written;
  /** The step the reader is at: 0 is the welcome. */
  readonly step: number;
  /** The credential on its way, and the key that it is for: kept before it is asked for, so that it can be asked for again. */
  readonly making?: CredentialInTheMaking & { readonly fingerprint: string };
  readonly credential?: Credential;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'survey';

/** What the tab keeps; null when it keeps nothing, or nothing that can be read. */
export function readKept(store: Store): KeptInTab | null {
  try {
    const kept = JSON.parse(store.getItem(KEY) ?? 'null') as KeptInTab | null;
    return kept && typeof kept.secret === 'string' && typeof kept.answers === 'object' ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps it in the tab; a browser that keeps nothing still lets the reader answer in one go. */
export function keep(store: Store, kept: KeptInTab): void {
  try {
    store.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage is switched off or full: what is on the page is all there is.
  }
}

/** Leaves nothing on the device. */
export function forget(store: Store): void {
  try {
    store.removeItem(KEY);
  } catch {
    // Storage is switched off: nothing was kept.
  }
}
