import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';

/** A fresh value that lets one answer's own scripts and styles run. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** What no page of ours uses, and so no script in one may. */
const unusedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Headers of every answer, whatever it holds. An answer that may be kept says so itself. */
export function securityHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': unusedFeatures.map((feature) => `${feature}=()`).join(', '),
    // Not `no-referrer`: with it, browsers send `Origin: null` with forms, and the check of the origin would fail.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'x-robots-tag': 'noindex, nofollow',
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
      // A worker's script comes with the policy of every file, so that the worker itself can reach nothing.
      "worker-src 'self'",
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
