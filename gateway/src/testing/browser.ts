/** A browser as far as signing in goes: it keeps cookies, follows redirects, sends forms. */
export class Browser {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  /** The names of the cookies it holds. */
  get cookies(): string[] {
    return [...this.#cookies.keys()];
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)?.value;
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, { value, path: '/' });
  }

  /** One request; redirects are not followed. */
  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(url);
    const fitting = [...this.#cookies].filter(([, { path }]) => pathname.startsWith(path));
    const cookie = fitting.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /** Opens a page and follows redirects to its end. */
  async open(url: string, init: RequestInit = {}): Promise<{ url: string; response: Response }> {
    let [at, response] = [url, await this.request(url, init)];
    for (let hops = 0; hops < 10; hops += 1) {
      const location = response.headers.get('location');
      if (!location) break;
      at = new URL(location, at).href;
      response = await this.request(at, { headers: { accept: 'text/html' } });
    }
    return { url: at, response };
  }

  /** Signs in as a demonstration account. */
  async signIn(gateway: string, account: string, returnTo = '/'): Promise<{ url: string; response: Response }> {
    const page = await this.open(`${gateway}/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    return this.open(page.url, {
      method: 'POST',
      body: new URLSearchParams({ account }),
      headers: { accept: 'text/html' },
    });
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const attribute = (wanted: string) =>
      attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const isOver =
      value === '' || attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '2999-01-01') < 86_400_000;
    if (isOver) this.#cookies.delete(name);
    else this.#cookies.set(name, { value, path: attribute('path') ?? '/' });
  }
}
