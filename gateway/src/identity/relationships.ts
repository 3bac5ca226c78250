import { isPlainDate, type Clock, type PlainDate } from '@mainstay/primitives';
import { NotFoundError, type Caller, type Inspection, type SubgraphName } from '@mainstay/subgraph-kit';
import { z } from 'zod';
import { HttpError } from '../http-error.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import { within } from '../subgraphs/time-limit.ts';

/** How long an answer is remembered: what ended elsewhere closes the door within this. */
const rememberedMs = 1_000;
const limitMs = 4_000;

const plainDate = z.string().refine(isPlainDate) as unknown as z.ZodType<PlainDate>;
const practiceContext = z.object({ laCodes: z.array(z.string()), name: z.string() });
const authorityContext = z.object({ laCode: z.string(), name: z.string() });
const inspectionContext = z
  .object({ id: z.string(), laCode: z.string(), from: plainDate, to: plainDate })
  .nullable() satisfies z.ZodType<Inspection | null>;
const childContext = z.object({
  hidden: z.array(z.string()),
  named: z.array(z.string()),
  breakGlass: z.object({ id: z.string(), childId: z.string(), until: z.string() }).nullable(),
});

/** What contracts knows of a practice now. */
export type PracticeContext = z.infer<typeof practiceContext>;

/** What contracts knows of a local authority: its name, and the code it has today. */
export type AuthorityContext = z.infer<typeof authorityContext>;

/** Which children are named to somebody, which are hidden, and the one behind a broken glass. */
export type ChildContext = z.infer<typeof childContext>;

/** Whose relations to children are asked for. */
export interface ChildContextQuestion {
  readonly laCodes: readonly string[];
  readonly subject: string;
  readonly role: string;
  readonly inspectionId: string | null;
  readonly breakGlassId: string | null;
}

/**
 * Who stands in which relation to whom, as contracts and children say: asked once for each viewer, remembered for a
 * second. Each throws HttpError 403 when the organisation is not known, 503 when there is no answer: never a wider sight.
 */
export class Relationships {
  readonly #parts: Readonly<Record<'contracts' | 'children', SubgraphClient>>;
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly until: number; readonly answer: Promise<unknown> }>();

  constructor(o: { contracts: SubgraphClient; children: SubgraphClient; clock: Clock }) {
    this.#parts = { contracts: o.contracts, children: o.children };
    this.#clock = o.clock;
  }

  /** Forgets everything: something was changed through this gateway, and may have changed who sees what. */
  forget(): void {
    this.#known.clear();
  }

  /**
   * Something was changed through this gateway: forgets everything, and has children take over what contracts told of
   * allocations, so that what has ended is seen no more once the change is answered. Children follow by themselves as
   * well; when they do not answer now, that is soon enough.
   */
  async changed(requestId: string): Promise<void> {
    this.forget();
    await ask(this.#parts.children, 'allocation-catch-up', {}, requestId).catch(() => {});
    this.forget();
  }

  /** The live contracts and the name of a practice. */
  async practiceContext(practiceId: string, requestId: string): Promise<PracticeContext> {
    return practiceContext.parse(await this.#ask('contracts', 'viewer-context', { practiceId }, requestId));
  }

  /** The name and today's code of the local authority that has or had an ONS code. */
  async authorityContext(laCode: string, requestId: string): Promise<AuthorityContext> {
    return authorityContext.parse(await this.#ask('contracts', 'authority-context', { laCode }, requestId));
  }

  /** The inspection of an authority that is open now and names the inspector; null when there is none. */
  async inspectionContext(laCode: string, subject: string, requestId: string): Promise<Inspection | null> {
    const answer = await this.#ask('contracts', 'inspection-context', { laCode, subject }, requestId);
    return inspectionContext.parse(answer ?? null);
  }

  /** Which children are named to and hidden from somebody. */
  async childContext(question: ChildContextQuestion, requestId: string): Promise<ChildContext> {
    const { laCodes, subject, role, inspectionId, breakGlassId } = question;
    const params = {
      laCodes: laCodes.join(','),
      subject,
      role,
      ...(inspectionId === null ? {} : { inspectionId }),
      ...(breakGlassId === null ? {} : { breakGlassId }),
    };
    return childContext.parse(await this.#ask('children', 'viewer-relationships', params, requestId));
  }

  #ask(
    part: Exclude<SubgraphName, 'workforce'>,
    route: string,
    params: Record<string, string>,
    requestId: string,
  ): Promise<unknown> {
    const now = this.#clock.now().getTime();
    const key = JSON.stringify([route, params]);
    const known = this.#known.get(key);
    if (known && known.until > now) return known.answer;
    for (const [old, { until }] of this.#known) if (until <= now) this.#known.delete(old);
    const entry = { until: now + rememberedMs, answer: ask(this.#parts[part], route, params, requestId) };
    this.#known.set(key, entry);
    // A failure is not remembered: the next request asks again.
    entry.answer.catch(() => {
      if (this.#known.get(key) === entry) this.#known.delete(key);
    });
    return entry.answer;
  }
}

async function ask(
  part: SubgraphClient,
  route: string,
  params: Record<string, string>,
  requestId: string,
): Promise<unknown> {
  const caller: Caller = { kind: 'service', name: 'gateway', requestId };
  try {
    return await within(limitMs, part.internal.call(route, { caller, params, timeoutMs: limitMs }));
  } catch (error) {
    if (error instanceof NotFoundError && route.endsWith('-context'))
      throw new HttpError(403, 'FORBIDDEN', 'Your organisation is not known to Mainstay.', { cause: error });
    throw new HttpError(
      503,
      'SUBGRAPH_UNAVAILABLE',
      'What you may see cannot be worked out at the moment. Try again in a minute.',
      { cause: error },
    );
  }
}
