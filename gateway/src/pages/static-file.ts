import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const smallestCompressed = 1_024;
const mostKeptBytes = 64 * 1024 * 1024;
const compress = {
  br: async (content: Buffer) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: async (content: Buffer) => promisify(gzip)(content, { level: 9 }),
};

interface Kept {
  readonly stamp: string;
  readonly content: Buffer;
}

/** Files of a folder, read and compressed once and kept in memory as long as they do not change. */
export class StaticFiles {
  readonly #folder: string;
  readonly #kept = new Map<string, Kept>();
  #keptBytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Sends the file at `path` below the folder, or answers false when there is none. */
  async send(path: string, cacheControl: string, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const file = await this.#locate(path);
    if (!file) return false;
    const encoding = file.type.startsWith('image/') || file.type.startsWith('font/') ? null : encodingFor(request);
    const { content, isCompressed } = await this.#content(file, encoding);
    reply.header('cache-control', cacheControl).header('vary', 'accept-encoding').type(file.type);
    if (isCompressed && encoding) reply.header('content-encoding', encoding);
    await reply.send(request.method === 'HEAD' ? '' : content);
    return true;
  }

  async #locate(path: string) {
    const type = types[extname(path)];
    const segments = path.split('/');
    const isPlain = segments.every((segment) => /^[\w@~-][\w.@~-]*$/.test(segment));
    if (!type || !isPlain) return null;
    try {
      const full = await realpath(join(this.#folder, ...segments));
      if (!full.startsWith((await realpath(this.#folder)) + sep)) return null;
      const found = await stat(full);
      return found.isFile() ? { full, type, stamp: `${found.mtimeMs}/${found.size}` } : null;
    } catch {
      return null;
    }
  }

  async #content(file: { full: string; stamp: string }, encoding: keyof typeof compress | null) {
    const key = `${encoding ?? 'plain'}:${file.full}`;
    const kept = this.#kept.get(key);
    if (kept?.stamp === file.stamp) return { content: kept.content, isCompressed: true };
    const plain = await readFile(file.full);
    if (!encoding || plain.length < smallestCompressed) return { content: plain, isCompressed: false };
    const content = await compress[encoding](plain);
    if (this.#keptBytes + content.length > mostKeptBytes) {
      this.#kept.clear();
      this.#keptBytes = 0;
    }
    this.#kept.set(key, { stamp: file.stamp, content });
    this.#keptBytes += content.length;
    return { content, isCompressed: true };
  }
}

function encodingFor(request: FastifyRequest): keyof typeof compress | null {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}
