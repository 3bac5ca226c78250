import type { FastifyRequest } from 'fastify';

/** The header that a page must send with whatever it asks for: no form and no image of another site can set it. */
export const csrfHeader = 'x-mainstay-csrf';
/** Its value. */
export const csrfValue = '1';

/**
 * Whether a request came from a page of this origin, as far as the browser says: by `Origin`, else by
 * `Sec-Fetch-Site`. What is not a browser says neither, and holds no cookie that a browser was given.
 */
export function isOwnOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origin === new URL(publicUrl).origin;
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
