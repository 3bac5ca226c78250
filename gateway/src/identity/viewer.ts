import type { Clock } from '@mainstay/primitives';
import { NotFoundError, type Caller, type Viewer } from '@mainstay/subgraph-kit';
import { z } from 'zod';
import { HttpError } from '../http-error.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import { within } from '../subgraphs/time-limit.ts';
import { audienceOf, type IdentityClaims } from './claims.ts';

/** How long what contracts says is remembered: a contract that ended closes the door within this. */
const rememberedMs = 5_000;
const limitMs = 4_000;

const practiceContext = z.object({ laCodes: z.array(z.string()), name: z.string() });
const authorityContext = z.object({ laCode: z.string(), name: z.string() });

/** What contracts knows of a practice now. */
export type PracticeContext = z.infer<typeof practiceContext>;

/** What contracts knows of a local authority: its name, and the code it has today. */
export type AuthorityContext = z.infer<typeof authorityContext>;

/** Establishes the viewer once for each request: from what the token says, and from contracts. */
export class Viewers {
  readonly #contracts: SubgraphClient;
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly until: number; readonly answer: Promise<unknown> }>();

  constructor(o: { contracts: SubgraphClient; clock: Clock }) {
    this.#contracts = o.contracts;
    this.#clock = o.clock;
  }

  /** The viewer that the claims stand for. Throws HttpError 403 when contracts knows no such organisation, 503 when it does not answer. */
  async viewerOf(claims: IdentityClaims, requestId: string): Promise<Viewer> {
    const common = {
      subject: claims.sub,
      role: claims.role,
      audience: audienceOf(claims.role),
      namedChildIds: [],
      hiddenChildIds: [],
      breakGlass: null,
      scopes: null,
      requestId,
    };
    switch (claims.role) {
      case 'ofsted-inspector': {
        const { id, la, from, to } = claims.inspection;
        const { laCode } = await this.authorityContext(la, requestId);
        return { ...common, laCodes: [laCode], practiceId: null, inspection: { id, laCode, from, to } };
      }
      case 'swp-worker':
      case 'swp-manager': {
        const { laCodes } = await this.practiceContext(claims.practice, requestId);
        return { ...common, laCodes, practiceId: claims.practice, inspection: null };
      }
      default: {
        const { laCode } = await this.authorityContext(claims.la, requestId);
        return { ...common, laCodes: [laCode], practiceId: null, inspection: null };
      }
    }
  }

  /** The live contracts and the name of a practice, not older than five seconds. */
  async practiceContext(practiceId: string, requestId: string): Promise<PracticeContext> {
    const answer = await this.#remember('viewer-context', { practiceId }, requestId);
    return practiceContext.parse(answer);
  }

  /** The name and today's code of the local authority that has or had an ONS code. */
  async authorityContext(laCode: string, requestId: string): Promise<AuthorityContext> {
    const answer = await this.#remember('authority-context', { laCode }, requestId);
    return authorityContext.parse(answer);
  }

  #remember(route: string, params: Record<string, string>, requestId: string): Promise<unknown> {
    const now = this.#clock.now().getTime();
    const key = JSON.stringify([route, params]);
    const known = this.#known.get(key);
    if (known && known.until > now) return known.answer;
    for (const [old, { until }] of this.#known) if (until <= now) this.#known.delete(old);
    const answer = this.#ask(route, params, requestId);
    this.#known.set(key, { until: now + rememberedMs, answer });
    // A failure is not remembered: the next request asks again.
    answer.catch(() => this.#known.delete(key));
    return answer;
  }

  async #ask(route: string, params: Record<string, string>, requestId: string): Promise<unknown> {
    const caller: Caller = { kind: 'service', name: 'gateway', requestId };
    try {
      const asked = this.#contracts.internal.call(route, { caller, params, timeoutMs: limitMs });
      return await within(limitMs, asked);
    } catch (error) {
      if (error instanceof NotFoundError)
        throw new HttpError(403, 'FORBIDDEN', 'Your organisation is not known to Mainstay.', { cause: error });
      throw new HttpError(
        503,
        'SUBGRAPH_UNAVAILABLE',
        'What you may see cannot be worked out at the moment. Try again in a minute.',
        { cause: error },
      );
    }
  }
}
