import type { Viewer } from '@mainstay/subgraph-kit';
import type { FastifyRequest } from 'fastify';
import type { Identity } from '../identity/authenticate.ts';
import { authorityOf } from '../identity/claims.ts';
import { nobody, type AuditActor } from './audit-entry.ts';

/** What is known of who sent a request, from the moment it is known. */
interface Sender {
  readonly identity: Identity;
  readonly viewer: Viewer | null;
}

const senders = new WeakMap<FastifyRequest, Sender>();

/** Takes down who sent a request, so that a refusal later on can be put down to them. */
export function noteSender(request: FastifyRequest, identity: Identity, viewer: Viewer | null = null): void {
  senders.set(request, { identity, viewer });
}

/** Who sent a request, as the audit names them. */
export function actorOf(request: FastifyRequest): AuditActor {
  const sender = senders.get(request);
  return sender ? actorFor(sender.identity, sender.viewer) : nobody;
}

/** Somebody who proved who they are, as the audit names them. */
export function actorFor(identity: Identity, viewer: Viewer | null = null): AuditActor {
  const { claims } = identity;
  const la = authorityOf(claims);
  const laCodes = viewer?.laCodes.length ? viewer.laCodes : la === null ? [] : [la];
  return {
    subject: claims.sub,
    role: claims.role,
    organisation: organisationOf(identity),
    purpose: purposeOf(identity, viewer),
    laCodes,
    client: identity.by,
    inspectionId: viewer?.inspection?.id ?? null,
    breakGlassId: viewer?.breakGlass?.id ?? null,
  };
}

function organisationOf({ claims }: Identity): string | null {
  if ('practice' in claims) return claims.practice;
  return claims.role === 'ofsted-inspector' ? 'ofsted' : authorityOf(claims);
}

function purposeOf(identity: Identity, viewer: Viewer | null): string {
  if (viewer?.breakGlass) return `break-glass ${viewer.breakGlass.id}`;
  if (viewer?.inspection) return `inspection ${viewer.inspection.id}`;
  if (identity.purpose !== null) return identity.purpose;
  return identity.claims.role === 'platform-operator' ? 'operation of the platform' : 'care';
}
