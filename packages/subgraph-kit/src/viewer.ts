import type { PlainDate } from '@mainstay/primitives';

/** The roles a person or a machine can hold. */
export type Role =
  | 'la-analyst'
  | 'la-commissioner'
  | 'la-manager'
  | 'la-worker'
  | 'la-iro'
  | 'swp-worker'
  | 'swp-manager'
  | 'ofsted-inspector'
  | 'integrator';

/** What a machine was let in for: the records of one subgraph, or figures and no record at all. */
export type Scope = 'children' | 'workforce' | 'contracts' | 'figures';

/** Somebody's sight of one child for 60 minutes, after giving a reason. Everything the request sees is that child. */
export interface BreakGlass {
  readonly id: string;
  readonly childId: string;
  /** When it ends: an ISO instant in UTC. */
  readonly until: string;
}

/**
 * The kinds of reader that policies tell apart. An integrator reads as its LA does, within its scopes; an Independent
 * Reviewing Officer (IRO) is of the LA, and of its children sees those it reviews.
 */
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
  /**
   * The children named to the viewer: those an IRO reviews, the sample of an inspection, the child of a broken glass.
   * An IRO and a broken glass see no others; an inspector sees others in lists only. Empty for everybody else.
   */
  readonly namedChildIds: readonly string[];
  /** The children of `laCodes` whose records are restricted to named people, of whom the viewer is none: they do not exist. */
  readonly hiddenChildIds: readonly string[];
  /** The glass the request was made under; null for nearly all. */
  readonly breakGlass: BreakGlass | null;
  /** What a machine may read; null for people, whose role says it. */
  readonly scopes: readonly Scope[] | null;
  /** Identifier of the request, for the logs. */
  readonly requestId: string;
}

/** True when the viewer sees the named children alone: an IRO, or somebody under a broken glass. */
export function seesNamedChildrenOnly(viewer: Pick<Viewer, 'role' | 'breakGlass'>): boolean {
  return viewer.role === 'la-iro' || viewer.breakGlass !== null;
}

/** True for people, and for machines that were let in for `scope`. */
export function hasScope({ scopes }: Pick<Viewer, 'scopes'>, scope: Scope): boolean {
  return scopes === null || scopes.includes(scope);
}
