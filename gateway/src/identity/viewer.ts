import type { Clock } from '@mainstay/primitives';
import { NotFoundError, type Caller, type Viewer } from '@mainstay/subgraph-kit';
import { z } from 'zod';
import { HttpError } from '../http-error.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import { within } from '../subgraphs/time-limit.ts';
import { audienceOf, type IdentityClaims } from './claims.ts';

/** How long the live contracts of a practice are remembered: a contract that ended closes the door within this. */
const rememberedMs = 5_000;
const limitMs = 4_000;

const viewerContext = z.object({ laCodes: z.array(z.string()), name: z.string() });

/** What contracts knows of a practice now. */
export type PracticeContext = z.infer<typeof viewerContext>;

/** Establishes the viewer once for each request: from what the token says, and from contracts. */
export class Viewers {
  readonly #contracts: SubgraphClient;
  readonly #clock: Clock;
  readonly #contexts = new Map<string, { readonly until: number; readonly context: Promise<PracticeContext> }>();

  constructor(o: { contracts: SubgraphClient; clock: Clock }) {
    this.#contracts = o.contracts;
    this.#clock = o.clock;
  }

  /** The viewer that the claims stand for. Throws HttpError 503 when contracts does not answer for a practice. */
  async viewerOf(claims: IdentityClaims, requestId: string): Promise<Viewer> {
    const common = { subject: claims.sub, role: claims.role, audience: audienceOf(claims.role), requestId };
    switch (claims.role) {
      case 'ofsted-inspector': {
        const { id, la, from, to } = claims.inspection;
        return { ...common, laCodes: [la], practiceId: null, inspection: { id, laCode: la, from, to } };
      }
      case 'swp-worker':
      case 'swp-manager': {
        const { laCodes } = await this.practiceContext(claims.practice, requestId);
        return { ...common, laCodes, practiceId: claims.practice, inspection: null };
      }
      default:
        return { ...common, laCodes: [claims.la], practiceId: null, inspection: null };
    }
  }

  /** The live contracts and the name of a practice, not older than five seconds. */
  async practiceContext(practiceId: string, requestId: string): Promise<PracticeContext> {
    const now = this.#clock.now().getTime();
    const known = this.#contexts.get(practiceId);
    if (known && known.until > now) return known.context;
    for (const [id, { until }] of this.#contexts) if (until <= now) this.#contexts.delete(id);
    const context = this.#ask(practiceId, requestId);
    this.#contexts.set(practiceId, { until: now + rememberedMs, context });
    // A failure is not remembered: the next request asks again.
    context.catch(() => this.#contexts.delete(practiceId));
    return context;
  }

  async #ask(practiceId: string, requestId: string): Promise<PracticeContext> {
    const caller: Caller = { kind: 'service', name: 'gateway', requestId };
    try {
      const asked = this.#contracts.internal.call('viewer-context', {
        caller,
        params: { practiceId },
        timeoutMs: limitMs,
      });
      return viewerContext.parse(await within(limitMs, asked));
    } catch (error) {
      if (error instanceof NotFoundError)
        throw new HttpError(403, 'FORBIDDEN', 'Your practice is not known to Mainstay.', { cause: error });
      throw new HttpError(
        503,
        'SUBGRAPH_UNAVAILABLE',
        'The contracts of your practice cannot be read at the moment. Try again in a minute.',
        {
          cause: error,
        },
      );
    }
  }
}
