import type { ConnectionError, FastifyReply } from 'fastify';
import type { Socket } from 'node:net';
import { HttpError } from './http-error.ts';

const statuses: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** Makes the answer to what is no HTTP request, or none that is read to its end: it carries the headers of all others. */
export function answerUnreadable(headers: Readonly<Record<string, string>>) {
  return (error: ConnectionError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy(error);
      return;
    }
    const body = JSON.stringify({
      errors: [{ message: 'The request is not right.', extensions: { code: 'BAD_REQUEST' } }],
    });
    const lines = [
      `HTTP/1.1 ${statuses[error.code] ?? '400 Bad Request'}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  };
}

/** Makes the answer to an address that cannot be decoded, such as `/%`: it is not repeated, and carries the headers. */
export function answerBadAddress(headers: Readonly<Record<string, string>>) {
  return (_error: unknown, _request: unknown, reply: FastifyReply): void => {
    const { status, body, message } = new HttpError(400, 'BAD_REQUEST', 'The request is not right.');
    void reply
      .code(status)
      .headers(headers)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ message, ...body }));
  };
}
