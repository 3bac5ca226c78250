import { describe, expect, it } from 'vitest';
import { HttpError } from './http-error.ts';
import { readJson } from './read-body.ts';

describe('body of a request', () => {
  it('is JSON in UTF-8, a byte order mark allowed', () => {
    expect(readJson(Buffer.from('\ufeff{"name":"Zoë"}'))).toEqual({ name: 'Zoë' });
  });

  it.each([
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x22, 0x7d])],
    ['no JSON', Buffer.from('{')],
    ['a prototype', Buffer.from('{"__proto__":{"isAdmin":true}}')],
    ['a prototype in disguise', Buffer.from('{"__pr\\u006fto__":{"isAdmin":true}}')],
  ])('is refused with %s', (_what, body) => {
    expect(() => readJson(body)).toThrow(HttpError);
  });
});
