import { NotFoundError } from '../errors.ts';
import { silentLogger } from '../logger.ts';
import { maskError } from '../mask-errors.ts';
import { internalSubject, verifyCaller } from '../viewer-token.ts';
import type { Internal, InternalCall, SubgraphOptions } from './subgraph.ts';

type RouteOptions = Pick<SubgraphOptions<never>, 'name' | 'secret' | 'clock' | 'logger'> & {
  readonly internal?: Record<string, Internal>;
};

/** Answers the internal calls of a subgraph: the token first, then the route, its errors masked. */
export class InternalRoutes {
  readonly #options: RouteOptions;
  readonly #routes: ReadonlyMap<string, Internal>;

  constructor(options: RouteOptions) {
    this.#options = options;
    this.#routes = new Map(Object.entries(options.internal ?? {}));
  }

  /** @throws the route's refusal, or MaskedError when the route fails. */
  async call(route: string, { token, params = {}, body = nothing() }: InternalCall): Promise<unknown> {
    const { name, secret, clock } = this.#options;
    const subject = internalSubject(route, params);
    const caller = verifyCaller(token, { subgraph: name, secret, body: subject, now: clock.now() });
    const answer = this.#routes.get(route);
    if (!answer) throw new NotFoundError('There is no internal route of this name.');
    try {
      return (await answer({ caller, params: { ...params }, body })) ?? null;
    } catch (error) {
      const requestId = caller.kind === 'viewer' ? caller.viewer.requestId : caller.requestId;
      const fields = { subgraph: name, operation: route, requestId };
      throw maskError(error, { logger: this.#options.logger ?? silentLogger, fields });
    }
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}
