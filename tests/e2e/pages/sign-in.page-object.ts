import type { Page } from 'playwright-core';

/** The demonstration's sign-in page, on the way from the platform and back to it. */
export class SignInPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Signs in from the platform's first page; ends on the first page of the account's module. */
  async signInAs(account: string, from = '/'): Promise<void> {
    await this.#page.goto(from);
    await this.choose(account);
    await this.#page.locator('h1').waitFor();
    await this.#page.getByRole('button', { name: 'Sign out' }).waitFor();
  }

  /** Chooses an account where the provider asks who one is. */
  async choose(account: string): Promise<void> {
    await this.#page.waitForURL(/\/oidc\/interaction\//);
    await this.#page.locator(`input[name="account"][value="${account}"]`).check();
    await this.#page.getByRole('button', { name: 'Sign in' }).click();
    await this.#page.waitForURL((url) => !url.pathname.startsWith('/oidc/'));
  }
}
