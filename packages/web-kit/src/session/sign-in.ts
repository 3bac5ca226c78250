/** Leaves for the sign-in page; the person comes back to the page they were on. */
export function startSignIn(): void {
  const here = location.pathname + location.search;
  location.assign(`/sign-in?returnTo=${encodeURIComponent(here)}`);
}

/** Ends the session here, at the gateway and at the provider of the sign-in. */
export async function signOut(): Promise<void> {
  const response = await fetch('/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-mainstay-csrf': '1', accept: 'application/json' },
  });
  if (!response.ok) throw new Error('You could not be signed out. Try again, or close the browser.');
  const { location: next } = (await response.json()) as { location?: string };
  location.assign(next ?? '/');
}
