import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { HttpError } from '../http-error.ts';
import type { Authenticator, Identity } from '../identity/authenticate.ts';
import type { Viewers } from '../identity/viewer.ts';
import { readJson } from '../read-body.ts';
import { actorOf, noteSender } from './audit-actor.ts';
import { auditHeads } from './audit-head.ts';
import { AuditUnavailableError } from './audit-unavailable-error.ts';
import type { AuditVerification, AuditVerifier } from './audit-verifier.ts';
import type { Finding } from './chain-findings.ts';
import type { Audit } from './audit.ts';

export interface VerifyRouteOptions {
  readonly verifier: AuditVerifier;
  readonly audit: Audit;
  readonly authenticator: Authenticator;
  readonly viewers: Viewers;
}

const body = z.object({
  /** The authority to verify; all for the platform's operators when left out. */
  la: z
    .string()
    .regex(/^(E\d{8}|platform)$/)
    .optional(),
  /** Heads that were kept elsewhere: when given, they are compared with the chain and nothing is recomputed. */
  heads: auditHeads.max(1_000).optional(),
});

/** Verifications that may wait for the one under way. */
const mostWaiting = 3;

/**
 * `POST /audit/verify`: recomputes the audit's chains and says what was tampered with. Managers verify their authority's
 * chain, operators of the platform all. With `heads` it compares heads kept elsewhere.
 */
export async function verifyRoute(app: FastifyInstance, o: VerifyRouteOptions): Promise<void> {
  const queue: { last: Promise<unknown>; waiting: number } = { last: Promise.resolve(), waiting: 0 };
  app.post('/audit/verify', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const identity = await o.authenticator.require(request, reply);
    noteSender(request, identity);
    const asked = readBody(request);
    const laCode = await authorityFor(identity, { request, la: asked.la, viewers: o.viewers });
    if (queue.waiting >= mostWaiting) {
      throw new HttpError(429, 'RATE_LIMITED', 'Others are verifying the audit already. Try again in a minute.');
    }
    queue.waiting += 1;
    const { heads } = asked;
    const work = queue.last.then(async () => {
      if (!heads) return o.verifier.verify(laCode);
      return { findings: await o.verifier.compare(laCode ?? '', heads) };
    });
    queue.last = work.catch(() => undefined).finally(() => (queue.waiting -= 1));
    const answer = await work;
    const written = o.audit.record({
      kind: 'AUDIT',
      outcome: 'DONE',
      actor: laCode === null ? actorOf(request) : { ...actorOf(request), laCodes: laCode === '' ? [] : [laCode] },
      operation: '/audit/verify',
      requestId: request.id,
    });
    await written.catch((error: unknown) => throwWithFindings(error, answer));
    return answer;
  });
}

/** A verification that cannot be written down is not answered either; what broke the tables is told with the refusal. */
function throwWithFindings(error: unknown, answer: AuditVerification | { findings: readonly Finding[] }): never {
  const broken = 'authorities' in answer ? answer.authorities.flatMap(({ findings }) => findings) : [];
  if (!(error instanceof AuditUnavailableError) || broken.length === 0) throw error;
  const found = broken.map(({ message }) => message).join(' ');
  throw new HttpError(503, 'AUDIT_UNAVAILABLE', `The audit was tampered with, and cannot be written: ${found}`);
}

function readBody(request: FastifyRequest): z.infer<typeof body> {
  const sent = request.body as Buffer | undefined;
  const parsed = body.safeParse(sent && sent.length > 0 ? readJson(sent) : {});
  if (parsed.success) return parsed.data;
  throw new HttpError(
    400,
    'BAD_USER_INPUT',
    'Send {"la": "<ONS code>"}, or {} for all, and with it at most 1,000 `heads` as they were written.',
  );
}

/** The chain to verify; null for all, empty for the platform's own. Throws HttpError 403. */
async function authorityFor(
  identity: Identity,
  { request, la, viewers }: { request: FastifyRequest; la: string | undefined; viewers: Viewers },
): Promise<string | null> {
  const { role } = identity.claims;
  if (role === 'platform-operator') return la === undefined ? null : la === 'platform' ? '' : la;
  const refusal = new HttpError(
    403,
    'FORBIDDEN',
    'The managers of an authority verify its audit; operators of the platform verify all.',
  );
  if (role !== 'la-manager') throw refusal;
  const viewer = await viewers.viewerOf(identity, request);
  noteSender(request, identity, viewer);
  const [own] = viewer.laCodes;
  if (own === undefined || viewer.breakGlass || (la !== undefined && la !== own)) throw refusal;
  return own;
}
