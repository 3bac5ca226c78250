import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';

/** A fresh value that lets one answer's own scripts and styles run. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** Headers of every answer, whatever it holds. */
export function securityHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    // Not `no-referrer`: with it, browsers send `Origin: null` with forms, and the check of the origin would fail.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isHttps ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/** Policy of the shell's pages: scripts of this origin, each with a hash that was written by the gateway. */
export function shellPolicy(nonce: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "base-uri 'none'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "style-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      "manifest-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
    'integrity-policy': 'blocked-destinations=(script)',
  };
}

/** Policy of pages without scripts: their one style sheet and their one form. */
export function plainPolicy(nonce: string): string {
  return `default-src 'none'; base-uri 'none'; img-src data:; style-src 'nonce-${nonce}'; form-action 'self'; frame-ancestors 'none'`;
}

/** Answers with a page that stands without the shell. */
export async function sendPlainPage(
  reply: FastifyReply,
  o: { status: number; nonce: string; html: string },
): Promise<FastifyReply> {
  return reply
    .code(o.status)
    .header('content-security-policy', plainPolicy(o.nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(o.html);
}
