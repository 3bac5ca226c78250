/** Leaves for the sign-in page; the person comes back to the page they were on. */
export function startSignIn(): void {
  const here = location.pathname + location.search;
  location.assign(`/sign-in?returnTo=${encodeURIComponent(here)}`);
}

/** Ends the session here and at the gateway, and leaves for the first page. */
export async function signOut(): Promise<void> {
  const response = await fetch('/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-mainstay-csrf': '1', accept: 'application/json' },
    redirect: 'manual',
  });
  if (response.status >= 400) throw new Error('You could not be signed out. Try again, or close the browser.');
  location.assign('/');
}
