import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { Environment } from './environment.ts';
import { Refusal } from './refusal.ts';

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** The running platform, seen from the command line. */
export class Mainstay {
  readonly environment: Environment;
  #token: string | null;

  constructor(environment: Environment) {
    this.environment = environment;
    this.#token = environment.token;
  }

  /**
   * Signs in as the demonstration's analyst of an authority, unless a token was given; answers the authority's code of
   * today, which is another than the one given when its boundary has moved since.
   */
  async signInAsAnalyst(laCode: string): Promise<string> {
    this.#token ??= await this.demonstrationToken({ account: 'la-analyst', la: laCode });
    const query = 'query Authority($id: ID!) { localAuthority(id: $id) { id } }';
    const { localAuthority } = await this.ask<{ localAuthority: { id: string } | null }>(query, { id: laCode });
    if (!localAuthority) throw new Refusal(`There is no local authority of England with the ONS code ${laCode}.`);
    return localAuthority.id;
  }

  /** An access token of a demonstration account. */
  async demonstrationToken(request: { account: string; la?: string; practice?: string }): Promise<string> {
    const response = await this.#fetch('/demonstration/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (response.status === 404) {
      throw new Refusal('This platform is not a demonstration: set MAINSTAY_TOKEN to an access token of your own.');
    }
    const answer = (await response.json()) as { accessToken?: string; message?: string };
    if (!response.ok || !answer.accessToken)
      throw new Refusal(`${answer.message ?? `No token was given (${response.status}).`}${await this.#why(response)}`);
    return answer.accessToken;
  }

  /** Signs in as the demonstration's manager of an authority, or as the platform's operator, unless a token was given. */
  async signInToVerify(laCode: string | null): Promise<void> {
    const account = laCode === null ? { account: 'platform-operator' } : { account: 'la-manager', la: laCode };
    this.#token ??= await this.demonstrationToken(account);
  }

  /** Sends JSON to a door of the platform beside the graph. The caller says what shape the answer has. */
  async post<Answer>(path: string, body: object): Promise<Answer> {
    const response = await this.#fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#authorization() },
      body: JSON.stringify(body),
    });
    const answer = (await response.json().catch(() => ({}))) as { message?: string };
    if (!response.ok) {
      throw new Refusal(`${answer.message ?? `The platform answered ${response.status}.`}${await this.#why(response)}`);
    }
    return answer as Answer;
  }

  /** Asks the graph. The caller says what shape the answer has. */
  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const response = await this.#fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#authorization() },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json().catch(() => ({}))) as GraphqlAnswer;
    const [error] = answer.errors ?? [];
    if (error) throw new Refusal(error.message);
    if (!response.ok || !answer.data) throw new Refusal(`The platform answered ${response.status}.`);
    return answer.data as Data;
  }

  /** Sends a file, however large, without reading it into memory; answers the upload's identifier. */
  async upload(path: string): Promise<string> {
    const response = await this.#fetch('/uploads', {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(basename(path)),
        ...this.#authorization(),
      },
      body: await openAsBlob(path),
    });
    const answer = (await response.json().catch(() => ({}))) as { id?: string; message?: string };
    if (!response.ok || !answer.id) {
      throw new Refusal(`${basename(path)}: ${answer.message ?? `not taken (${response.status})`}`);
    }
    return answer.id;
  }

  /** What the platform says is missing, when that is why it refuses. */
  async #why({ status }: Response): Promise<string> {
    if (status !== 503) return '';
    const response = await this.#fetch('/health/ready', {});
    const { reason } = (await response.json().catch(() => ({}))) as { reason?: string };
    return reason ? `\n${reason}` : '';
  }

  #authorization(): Record<string, string> {
    return this.#token ? { authorization: `Bearer ${this.#token}` } : {};
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.environment.url}${path}`, init);
    } catch (error) {
      throw new Refusal(
        `Mainstay does not answer at ${this.environment.url}. Start it with npm start, or set MAINSTAY_URL to where it runs.`,
        { cause: error },
      );
    }
  }
}
