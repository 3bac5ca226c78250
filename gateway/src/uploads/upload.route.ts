import { HTTP_STATUS, MainstayError, type Caller } from '@mainstay/subgraph-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { actorOf, noteSender } from '../audit/audit-actor.ts';
import type { AuditOutcome } from '../audit/audit-event.ts';
import type { Audit } from '../audit/audit.ts';
import { costOfUpload, type CostBudget } from '../graph/budget.ts';
import type { Limits } from '../graph/limits.ts';
import { HttpError } from '../http-error.ts';
import type { Authenticator } from '../identity/authenticate.ts';
import type { Viewers } from '../identity/viewer.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';

export interface UploadRouteOptions {
  readonly children: SubgraphClient;
  readonly authenticator: Authenticator;
  readonly viewers: Viewers;
  readonly audit: Audit;
  readonly budget: CostBudget;
  readonly limits: Limits;
}

/** The header that names the file, percent-encoded. */
const fileNameHeader = 'x-file-name';
/** How long sending one file may take. */
const uploadMs = 10 * 60_000;
/** How long the rest of a file that is refused is read and thrown away, so that the sender gets to see the answer. */
const lingerMs = 5_000;

const kept = z.object({ id: z.string(), name: z.string(), size: z.number() });

/** `POST /uploads`: passes a file on to the children subgraph as it comes; nothing of it stays here. */
export async function uploadRoute(app: FastifyInstance, o: UploadRouteOptions): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    // Whatever the answer is, the sender may still be sending.
    scope.addHook('onSend', async (request) => lingerOver(request.raw));
    scope.post('/uploads', async (request, reply) => {
      const identity = await o.authenticator.require(request, reply);
      noteSender(request, identity);
      o.budget.spend(identity.claims.sub, costOfUpload, reply);
      const name = fileName(request);
      const body = fileOf(request, o.limits.uploadBytes);
      const viewer = await o.viewers.viewerOf(identity, request);
      noteSender(request, identity, viewer);
      await record(o.audit, request, { outcome: 'INTENDED', ids: [] });
      const file = await send(o.children, { caller: { kind: 'viewer', viewer }, name, body }).then(
        (answer) => kept.parse(answer),
        async (error: unknown) => {
          await record(o.audit, request, { outcome: 'FAILED', ids: [] });
          throw error;
        },
      );
      await record(o.audit, request, { outcome: 'DONE', ids: [file.id] });
      return reply.header('cache-control', 'no-store').send(file);
    });
  });
}

/** Writes down that a file is being sent, and what came of it. Throws AuditUnavailableError. */
async function record(
  audit: Audit,
  request: FastifyRequest,
  { outcome, ids }: { outcome: AuditOutcome; ids: readonly string[] },
): Promise<void> {
  const actor = { ...actorOf(request), purpose: 'import' };
  const changes = actor.laCodes.slice(0, 1).map((laCode) => ({ what: 'file sent', laCode, ids, childIds: [] }));
  const touched = { records: [], listed: [], lists: [], changes: ids.length > 0 ? changes : [] };
  await audit.record({ kind: 'IMPORT', outcome, actor, operation: '/uploads', touched, requestId: request.id });
}

async function send(
  children: SubgraphClient,
  file: { caller: Caller; name: string; body: LimitedFile },
): Promise<unknown> {
  const { caller, name, body } = file;
  try {
    return await children.internal.call('upload', { caller, params: { name }, body, timeoutMs: uploadMs });
  } catch (error) {
    // What the subgraph says of a file that was cut off is not the reason.
    if (body.refusal) throw body.refusal;
    if (error instanceof MainstayError)
      throw new HttpError(HTTP_STATUS[error.code], error.code, error.message, { cause: error });
    throw error;
  }
}

function fileName(request: FastifyRequest): string {
  const header = request.headers[fileNameHeader];
  const bad = new HttpError(
    400,
    'BAD_USER_INPUT',
    `Send the file's name in the header ${fileNameHeader}, percent-encoded, without folders, at most 255 characters.`,
  );
  if (typeof header !== 'string') throw bad;
  let name: string;
  try {
    name = decodeURIComponent(header);
  } catch {
    throw bad;
  }
  if (name === '' || name.length > 255 || /[/\\\p{Cc}]/u.test(name)) throw bad;
  return name;
}

function fileOf(request: FastifyRequest, most: number): LimitedFile {
  const { 'content-length': length, 'content-encoding': encoding } = request.headers;
  if (encoding !== undefined)
    throw new HttpError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the file as it is, not compressed.');
  if (Number(length ?? 0) > most) throw tooLarge(most);
  return new LimitedFile(request.raw, most);
}

/** A file that ends with an error when it is larger than it may be. */
class LimitedFile implements AsyncIterable<Uint8Array> {
  /** Why it was cut off; null as long as it was not. */
  refusal: HttpError | null = null;
  readonly #source: IncomingMessage;
  readonly #most: number;

  constructor(source: IncomingMessage, most: number) {
    this.#source = source;
    this.#most = most;
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    let size = 0;
    // Whoever stops reading must not cut the connection: the sender is still to get an answer.
    for await (const chunk of this.#source.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > this.#most) {
        this.refusal = tooLarge(this.#most);
        throw this.refusal;
      }
      yield chunk;
    }
  }
}

function tooLarge(most: number): HttpError {
  const megabytes = Math.floor(most / 1024 / 1024);
  return new HttpError(
    413,
    'FILE_TOO_LARGE',
    `The file is larger than ${megabytes} MB. A return of one year is far smaller: check that it is the right file, and send each table as a CSV file of its own.`,
  );
}

/** Reads on and throws away what still comes, for a while: a connection cut off at once would lose the answer. */
function lingerOver(raw: IncomingMessage): void {
  if (raw.readableEnded || raw.destroyed) return;
  raw.resume();
  const timer = setTimeout(() => raw.socket.destroy(), lingerMs);
  timer.unref();
  raw.once('close', () => clearTimeout(timer));
  raw.once('end', () => clearTimeout(timer));
}
