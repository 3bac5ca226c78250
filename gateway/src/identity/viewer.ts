import type { Clock } from '@mainstay/primitives';
import type { BreakGlass, Inspection, Viewer } from '@mainstay/subgraph-kit';
import type { FastifyRequest } from 'fastify';
import { HttpError } from '../http-error.ts';
import type { Identity } from './authenticate.ts';
import { audienceOf, authorityOf, mayBreakGlass, type IdentityClaims } from './claims.ts';
import type { Relationships } from './relationships.ts';

/** The header that names the broken glass a request is made under. */
export const breakGlassHeader = 'x-mainstay-break-glass';

/** What of a request the viewer follows from, besides who sent it. */
export type ViewerRequest = Pick<FastifyRequest, 'id' | 'headers'>;

/** Takes down that a person or a machine was here, and the authorities they have to do with. */
export interface Attendance {
  /** Throws HttpError 503 when it cannot be taken down. */
  seen(claims: IdentityClaims, laCodes: readonly string[]): Promise<void>;
}

/** The part of a viewer that follows from the organisation alone. */
type Belonging = Pick<Viewer, 'laCodes' | 'practiceId' | 'inspection'>;

type RecordClaims = Exclude<IdentityClaims, { role: 'platform-operator' }>;

/** Establishes the viewer once for each request: from who sent it, from the registers, and from contracts and children. */
export class Viewers {
  readonly relationships: Relationships;
  readonly #attendance: Attendance;
  readonly #clock: Clock;

  constructor(o: { relationships: Relationships; attendance: Attendance; clock: Clock }) {
    this.relationships = o.relationships;
    this.#attendance = o.attendance;
    this.#clock = o.clock;
  }

  /**
   * The viewer that an identity stands for in this request. Throws HttpError 403 for the platform's operators, for an
   * organisation nobody knows, and for a broken glass that does not hold (any more); 503 when relations are not to be had.
   */
  async viewerOf(identity: Identity, request: ViewerRequest): Promise<Viewer> {
    const { claims } = identity;
    if (claims.role === 'platform-operator') {
      throw new HttpError(403, 'FORBIDDEN', 'Operators of the platform see no records and no figures.');
    }
    const breakGlassId = breakGlassOf(request, claims);
    const belonging = await this.#belonging(claims, request.id);
    await this.#attendance.seen(claims, attendedBy(claims, belonging));
    const children = await this.relationships.childContext(
      {
        laCodes: belonging.laCodes,
        subject: claims.sub,
        role: claims.role,
        inspectionId: belonging.inspection?.id ?? null,
        breakGlassId,
      },
      request.id,
    );
    const breakGlass = breakGlassId === null ? null : this.#stillBroken(children.breakGlass);
    return {
      ...belonging,
      subject: claims.sub,
      role: claims.role,
      audience: audienceOf(claims.role),
      namedChildIds: breakGlass ? [breakGlass.childId] : children.named,
      hiddenChildIds: breakGlass ? children.hidden.filter((id) => id !== breakGlass.childId) : children.hidden,
      breakGlass,
      scopes: identity.scopes,
      requestId: request.id,
    };
  }

  /** Something was changed through this gateway: who stands in which relation to whom is found out anew. */
  async changed(requestId: string): Promise<void> {
    await this.relationships.changed(requestId);
  }

  /** The inspection that an inspector may read today, within the days that the claims give; null when there is none. */
  async inspectionOf(
    claims: Extract<IdentityClaims, { role: 'ofsted-inspector' }>,
    requestId: string,
  ): Promise<Inspection | null> {
    const { laCode } = await this.relationships.authorityContext(authorityOf(claims) ?? '', requestId);
    const open = await this.relationships.inspectionContext(laCode, claims.sub, requestId);
    if (!open) return null;
    const { from = open.from, to = open.to } = claims.inspection ?? {};
    const narrowed = { ...open, from: from > open.from ? from : open.from, to: to < open.to ? to : open.to };
    const today = this.#clock.today();
    return narrowed.from <= today && today <= narrowed.to ? narrowed : null;
  }

  async #belonging(claims: RecordClaims, requestId: string): Promise<Belonging> {
    switch (claims.role) {
      case 'ofsted-inspector': {
        const inspection = await this.inspectionOf(claims, requestId);
        return { laCodes: inspection ? [inspection.laCode] : [], practiceId: null, inspection };
      }
      case 'swp-worker':
      case 'swp-manager': {
        const { laCodes } = await this.relationships.practiceContext(claims.practice, requestId);
        return { laCodes, practiceId: claims.practice, inspection: null };
      }
      default: {
        const { laCode } = await this.relationships.authorityContext(claims.la, requestId);
        return { laCodes: [laCode], practiceId: null, inspection: null };
      }
    }
  }

  #stillBroken(breakGlass: BreakGlass | null): BreakGlass {
    if (breakGlass && Date.parse(breakGlass.until) > this.#clock.now().getTime()) return breakGlass;
    throw breakGlassOver();
  }
}

/** Inspectors are known to the authority they came to inspect before it opens the inspection to them. */
function attendedBy(claims: RecordClaims, { laCodes }: Belonging): readonly string[] {
  const la = claims.role === 'ofsted-inspector' ? authorityOf(claims) : null;
  return la === null ? laCodes : [la];
}

/** The id of the glass that the request is made under; null for nearly all. Throws HttpError 403 when it cannot be one. */
function breakGlassOf({ headers }: ViewerRequest, { role }: IdentityClaims): string | null {
  const header = headers[breakGlassHeader];
  if (header === undefined) return null;
  if (typeof header !== 'string' || !/^[\w.-]{1,100}$/.test(header) || !mayBreakGlass(role)) throw breakGlassOver();
  return header;
}

function breakGlassOver(): HttpError {
  return new HttpError(
    403,
    'BREAK_GLASS_OVER',
    'Your sight of this record is over. If you still need it, break the glass again and say why.',
  );
}
