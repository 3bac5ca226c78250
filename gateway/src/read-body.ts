import { HttpError } from './http-error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The JSON of a body. Throws HttpError 400 when it is not JSON in UTF-8: a byte that is none would otherwise be
 * replaced without a trace, and a name would be stored wrongly.
 */
export function readJson(body: Uint8Array): unknown {
  let text: string;
  try {
    text = utf8.decode(body);
  } catch (cause) {
    throw new HttpError(400, 'BAD_REQUEST', 'The body is not valid UTF-8. Send it as UTF-8.', { cause });
  }
  try {
    return text.includes('__proto__') || text.includes('\\u') ? JSON.parse(text, refusePrototype) : JSON.parse(text);
  } catch (cause) {
    throw new HttpError(400, 'BAD_REQUEST', 'The body is not valid JSON.', { cause });
  }
}

/** No property may be called `__proto__`, however it is spelt: copying it would change what every object has. */
function refusePrototype(name: string, value: unknown): unknown {
  if (name === '__proto__') throw new SyntaxError('__proto__ is not allowed as a name');
  return value;
}
