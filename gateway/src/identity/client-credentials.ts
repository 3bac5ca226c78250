/** What a machine proves itself with. */
export interface ClientCredentials {
  readonly id: string;
  readonly secret: string;
}

/** Those of an `Authorization: Basic` header, form-encoded as RFC 6749 (2.3.1) has it; null when there are none. */
export function basicCredentials(header: string): ClientCredentials | null {
  const encoded = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(header)?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  try {
    return { id: formDecoded(text.slice(0, colon)), secret: formDecoded(text.slice(colon + 1)) };
  } catch {
    return null;
  }
}

function formDecoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
