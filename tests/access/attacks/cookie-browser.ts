/** A browser as far as cookies, redirects and the demonstration's sign-in go. */
export class CookieBrowser {
  readonly cookies = new Map<string, string>();
  readonly #gateway: string;

  constructor(gateway: string) {
    this.#gateway = gateway;
  }

  /** One request to the gateway; redirects are not followed. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.#gateway);
    const headers = new Headers(init.headers);
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /** Follows redirects from `path`; answers where they end, or where `until` says to stop before going there. */
  async follow(path: string, init: RequestInit = {}, until = (_at: string): boolean => false): Promise<string> {
    let [at, response] = [path, await this.request(path, init)];
    for (let hops = 0; hops < 10; hops += 1) {
      const location = response.headers.get('location');
      if (!location) break;
      at = new URL(location, new URL(at, this.#gateway)).href;
      if (until(at)) break;
      response = await this.request(at, { headers: { accept: 'text/html' } });
    }
    return at;
  }

  /** Signs in as an account of the demonstration; answers the page where that ends. */
  async signIn(account: string, returnTo = '/', until?: (at: string) => boolean): Promise<string> {
    const form = await this.follow(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    return this.follow(form, { method: 'POST', body: new URLSearchParams({ account }) }, until);
  }

  /** Asks the graph as a page does, with the headers a page sends unless others are given. */
  async ask(body: unknown, headers: Record<string, string> = { 'x-mainstay-csrf': '1' }): Promise<Response> {
    return this.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name, value] = [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1)];
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
