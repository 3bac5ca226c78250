import { connect } from 'node:net';

/** What came back over a connection that was written to by hand. */
export interface RawAnswer {
  /** 0 when the connection was closed without an answer. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How many answers there were: two mean that a second request was smuggled in. */
  readonly answers: number;
}

const patienceMs = 3_000;

/** Sends bytes as they are, and reads until the other side closes or nothing more comes. */
export async function sendRaw(url: string, text: string | Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const received = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname);
    let data = '';
    const finish = (): void => {
      socket.destroy();
      resolve(data);
    };
    socket.setTimeout(patienceMs, finish);
    socket.on('data', (chunk) => (data += chunk.toString('utf8')));
    socket.on('close', finish);
    socket.on('error', finish);
    socket.write(text);
  });
  const [head = '', ...rest] = received.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = lines.map((each) => [
    each.slice(0, each.indexOf(':')).toLowerCase(),
    each.slice(each.indexOf(':') + 1).trim(),
  ]);
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1] ?? 0),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: rest.join('\r\n\r\n'),
    answers: received.match(/HTTP\/1\.1 \d{3}/g)?.length ?? 0,
  };
}

/** A request by hand, with a `Host` and the end of its head. */
export function rawRequest(start: string, headers: readonly string[] = [], body = ''): string {
  return [`${start} HTTP/1.1`, 'Host: localhost', ...headers, 'Connection: close', '', body].join('\r\n');
}
