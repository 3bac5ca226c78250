import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { absoluteMs } from '../own-graph/modules/session/session.limits.ts';
import { signInSeconds } from './sign-in-state.ts';

/** The gateway's two cookies. No script can read them; over HTTPS they are bound to this very host (`__Host-`). */
export class CookieJar {
  readonly #publicUrl: () => string;

  constructor(publicUrl: () => string) {
    this.#publicUrl = publicUrl;
  }

  session(request: FastifyRequest): string | undefined {
    return request.cookies[this.#name('session')];
  }

  setSession(reply: FastifyReply, value: string): void {
    reply.setCookie(this.#name('session'), value, { ...this.#options(), maxAge: absoluteMs / 1000 });
  }

  clearSession(reply: FastifyReply): void {
    reply.clearCookie(this.#name('session'), this.#options());
  }

  signIn(request: FastifyRequest): string | undefined {
    return request.cookies[this.#name('sign-in')];
  }

  setSignIn(reply: FastifyReply, value: string): void {
    reply.setCookie(this.#name('sign-in'), value, { ...this.#options(), maxAge: signInSeconds });
  }

  clearSignIn(reply: FastifyReply): void {
    reply.clearCookie(this.#name('sign-in'), this.#options());
  }

  #name(purpose: string): string {
    return `${this.#isHttps() ? '__Host-' : ''}mainstay-${purpose}`;
  }

  #options(): CookieSerializeOptions {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#isHttps() };
  }

  #isHttps(): boolean {
    return this.#publicUrl().startsWith('https:');
  }
}
