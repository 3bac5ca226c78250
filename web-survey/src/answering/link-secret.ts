/** What a link to a survey carries after its `#`: no server is ever sent it. */
const SECRET = /^#([A-Za-z0-9_-]{16,128})$/;

/**
 * The secret of the invitation from the address, which loses it at once: what stays in sight, in the history and in a
 * bookmark is the address without it. Null when there is none.
 */
export function takeSecret(
  place: Pick<Location, 'hash' | 'pathname'>,
  history: Pick<History, 'replaceState' | 'state'>,
): string | null {
  const secret = SECRET.exec(place.hash)?.[1] ?? null;
  if (place.hash !== '') history.replaceState(history.state, '', place.pathname);
  return secret;
}
