import type { Clock } from '@mainstay/primitives';
import type { SurveyRefusal, SurveyRefusalCode } from '@mainstay/survey-bank';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { newNonce, sendPlainPage } from '../pages/security-headers.ts';
import { plainPage } from '../pages/plain-page.ts';
import { StaticFiles } from '../pages/static-file.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import { SurveyRate } from './survey-rate.ts';

export interface SurveyRoutesOptions {
  readonly workforce: SubgraphClient;
  /** The build of the answering page. */
  readonly surveyDir: string;
  readonly clock: Clock;
  /** Requests from one connection in a minute; 600 when left out. */
  readonly mostRequests?: number;
}

/** More than the longest questionnaire needs, and what the subgraph takes. */
const mostBytes = 64 * 1024;
/** Errors of parts say when something happened: nobody who answers is given a number of their own. */
const caller = { kind: 'service', name: 'gateway', requestId: 'survey' } as const;

const statuses: Readonly<Record<SurveyRefusalCode, number>> = {
  BAD_ANSWERS: 400,
  BAD_REQUEST: 400,
  NO_CREDENTIAL: 403,
  UNKNOWN_LINK: 404,
  NOT_OPEN_YET: 409,
  CREDENTIAL_ISSUED_ALREADY: 409,
  ANSWERED_ALREADY: 409,
  CLOSED: 410,
  TOO_MANY_REQUESTS: 429,
  UNAVAILABLE: 503,
};
const codes = Object.keys(statuses) as [SurveyRefusalCode, ...SurveyRefusalCode[]];
const answered = z.union([
  z.object({ answer: z.looseObject({}) }),
  z.object({ refusal: z.object({ code: z.enum(codes), message: z.string() }) }),
]);

const policy = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "style-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
const forever = 'public, max-age=31536000, immutable';

/**
 * `POST /survey/open`, `/survey/credential` and `/survey/answers`, for staff who answer a survey without an account, and
 * the page they do it on. Nothing of these requests is logged or audited, refusals included: neither who, nor from where,
 * nor when. Whoever is signed in is not looked up.
 */
export async function surveyRoutes(app: FastifyInstance, o: SurveyRoutesOptions): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler(answerFault);
    const rate = new SurveyRate(o.clock, o.mostRequests);
    for (const [path, route] of [
      ['/survey/open', 'survey-open'],
      ['/survey/credential', 'survey-credential'],
      ['/survey/answers', 'survey-answers'],
    ] as const) {
      scope.post(path, { bodyLimit: mostBytes }, async (request, reply) => {
        const wait = rate.secondsToWait(request.ip);
        if (wait > 0) return refuse(reply.header('retry-after', wait), tooMany);
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.from('null');
        const said = await o.workforce.internal.call(route, { caller, body: once(body) }).then(
          (answer) => answered.parse(answer),
          () => ({ refusal: unavailable }),
        );
        return 'refusal' in said ? refuse(reply, said.refusal) : send(reply, 200, said.answer);
      });
    }
    await pages(scope, new StaticFiles(o.surveyDir));
  });
}

async function pages(scope: FastifyInstance, files: StaticFiles): Promise<void> {
  scope.get('/survey', async (_request, reply) => reply.redirect('/survey/', 308));
  scope.get('/survey/', async (request, reply) => {
    reply.header('content-security-policy', policy).header('referrer-policy', 'no-referrer');
    if (await files.send('index.html', 'no-store', request, reply)) return reply;
    const nonce = newNonce();
    const main = '<p>The page on which surveys are answered is not built.</p>';
    return sendPlainPage(reply, { status: 503, nonce, html: plainPage({ title: 'Not built yet', main, nonce }) });
  });
  scope.get('/survey/assets/*', async (request, reply) => {
    const { pathname } = new URL(request.url, 'http://gateway');
    if (await files.send(pathname.slice('/survey/'.length), forever, request, reply)) return reply;
    return send(reply, 404, { message: 'There is no such file.' });
  });
}

const tooMany: SurveyRefusal = {
  code: 'TOO_MANY_REQUESTS',
  message: 'Too many requests came from your connection. Wait a minute, then try again.',
};
const unavailable: SurveyRefusal = {
  code: 'UNAVAILABLE',
  message: 'The survey cannot be reached now. Nothing you answered is lost: try again in a minute.',
};
const unreadable: SurveyRefusal = {
  code: 'BAD_REQUEST',
  message: 'The request cannot be read. Load the page again.',
};

/** A body that is too large, cut off or no JSON is refused; anything else failed here. No error is written down. */
async function answerFault(error: FastifyError, _request: unknown, reply: FastifyReply): Promise<FastifyReply> {
  const isTheirs = error.statusCode !== undefined && error.statusCode < 500;
  return refuse(reply, isTheirs ? unreadable : unavailable);
}

function refuse(reply: FastifyReply, refusal: SurveyRefusal): FastifyReply {
  return send(reply, statuses[refusal.code], refusal);
}

function send(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body));
}

async function* once(body: Buffer): AsyncIterable<Uint8Array> {
  yield body;
}
