import type { PlainDate } from '@mainstay/primitives';

/** The roles a person or a machine can hold. */
export type Role =
  'la-analyst' | 'la-commissioner' | 'la-manager' | 'swp-worker' | 'swp-manager' | 'ofsted-inspector' | 'integrator';

/** The three kinds of reader that policies and row-level security tell apart. An integrator reads as its LA does. */
export type Audience = 'la' | 'practice' | 'inspector';

/** The window in which an inspector may read one LA's records. Both days belong to it. */
export interface Inspection {
  readonly id: string;
  readonly laCode: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * Who is asking. Established once, at the gateway, and trusted below only when the gateway's signature is on it.
 */
export interface Viewer {
  /** Stable identifier of the person or the machine; no name. */
  readonly subject: string;
  readonly role: Role;
  readonly audience: Audience;
  /**
   * ONS codes of the local authorities the viewer stands in relation to: the viewer's own LA; the LAs that a
   * practice has a live contract with; the LA under inspection.
   */
  readonly laCodes: readonly string[];
  /** The practice the viewer works for; null for everybody else. */
  readonly practiceId: string | null;
  /** The inspection the viewer belongs to; null for everybody else. */
  readonly inspection: Inspection | null;
  /** Identifier of the request, for the logs. */
  readonly requestId: string;
}
