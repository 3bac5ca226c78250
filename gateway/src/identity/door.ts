import type { Clock } from '@mainstay/primitives';
import type { Database, Logger } from '@mainstay/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import type { Audit } from '../audit/audit.ts';
import { CredentialRegister } from '../own-graph/modules/credential/credential.register.ts';
import { PersonRegister } from '../own-graph/modules/person/person.register.ts';
import { SessionRegister } from '../own-graph/modules/session/session.register.ts';
import { sessionsOfRequests } from '../own-graph/modules/session/session.request.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import { Authenticator } from './authenticate.ts';
import { CookieJar } from './cookie-jar.ts';
import { existenceCheck } from './demonstration-existence.ts';
import { demonstrationRoutes } from './demonstration.routes.ts';
import { FailedAttempts } from './failed-attempts.ts';
import type { IdentityProvider } from './identity.ts';
import { oauthTokenRoutes } from './oauth-token.routes.ts';
import { registerDatabase } from './register-database.ts';
import { Relationships } from './relationships.ts';
import { sessionRoute } from './session.route.ts';
import { SignInState } from './sign-in-state.ts';
import { signInRoutes } from './sign-in.routes.ts';
import { Viewers } from './viewer.ts';

/** What the door is made of. */
export interface DoorOptions {
  readonly identity: IdentityProvider;
  /** The gateway's own, with the registers. */
  readonly database: Database;
  readonly audit: Audit;
  readonly contracts: SubgraphClient;
  readonly children: SubgraphClient;
  readonly secret: string;
  readonly publicUrl: () => string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Who comes in, and what they may see: one for a gateway. */
export interface Door {
  readonly authenticator: Authenticator;
  readonly viewers: Viewers;
  /** Adds the routes by which people and machines come and go. `headers` are those of every answer. */
  routes(app: FastifyInstance, headers: Readonly<Record<string, string>>): Promise<void>;
}

/** Makes the door. */
export function makeDoor(o: DoorOptions): Door {
  const { identity, database, audit, secret, publicUrl, clock, logger } = o;
  const kept = { database: registerDatabase(database, logger), clock };
  const registers = {
    sessions: new SessionRegister(kept),
    credentials: new CredentialRegister(kept),
    people: new PersonRegister({ ...kept, secret }),
  };
  const requests = sessionsOfRequests(database);
  const cookies = new CookieJar(publicUrl);
  const relationships = new Relationships({ contracts: o.contracts, children: o.children, clock });
  const viewers = new Viewers({ relationships, attendance: registers.people, clock });
  const onSession = (requestId: string, sessionId: string) => requests.tell(requestId, sessionId);
  const { tokens } = identity;
  const authenticator = new Authenticator({ ...registers, cookies, tokens, audit, publicUrl, onSession, logger });
  const common = { ...registers, audit, attempts: new FailedAttempts(clock), publicUrl, clock, logger };
  return {
    authenticator,
    viewers,
    async routes(app, headers) {
      const { client, demonstration, ownKeys } = identity;
      await app.register(sessionRoute, { authenticator, viewers, isDemonstration: demonstration !== null, logger });
      await app.register(signInRoutes, { ...common, client, cookies, state: new SignInState({ secret, clock }) });
      await app.register(oauthTokenRoutes, { ...common, keys: ownKeys });
      if (!demonstration) return;
      const checkExists = existenceCheck(relationships);
      await app.register(demonstrationRoutes, { ...common, demonstration, headers, checkExists });
    },
  };
}
