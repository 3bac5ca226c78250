import { afterEach, describe, expect, test, vi } from 'vitest';
import { UnauthenticatedError } from './errors.ts';
import { aViewer } from './testing/a-viewer.ts';
import { checkCallerToken, internalSubject, signCaller, verifyCaller, type Caller } from './viewer-token.ts';

const now = new Date('2026-11-22T12:00:00Z');
const binding = { subgraph: 'children', secret: 'a secret', body: '{"query":"{ child }"}', now };
const caller: Caller = { kind: 'viewer', viewer: aViewer({ laCodes: ['E1'] }) };

afterEach(() => vi.unstubAllEnvs());

function later(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}

describe('a caller token', () => {
  const token = signCaller(caller, binding);

  test('brings the caller back', () => {
    expect(verifyCaller(token, binding)).toEqual(caller);
    const service: Caller = { kind: 'service', name: 'contracts', requestId: 'r1' };
    expect(verifyCaller(signCaller(service, binding), binding)).toEqual(service);
  });

  test('holds for 30 seconds', () => {
    expect(verifyCaller(token, { ...binding, now: later(29.9) })).toEqual(caller);
    expect(() => verifyCaller(token, { ...binding, now: later(30) })).toThrow(UnauthenticatedError);
  });

  test('from far in the future is refused: its clock is wrong, or somebody saves it for later', () => {
    const early = signCaller(caller, { ...binding, now: later(31) });
    expect(() => verifyCaller(early, binding)).toThrow(UnauthenticatedError);
  });

  test.each([
    ['another body', { body: '{"query":"{ children }"}' }],
    ['another subgraph', { subgraph: 'contracts' }],
    ['another secret', { secret: 'guessed' }],
  ])('is worth nothing for %s', (_name, difference) => {
    expect(() => verifyCaller(token, { ...binding, ...difference })).toThrow(UnauthenticatedError);
  });

  test('signed with the secret before is taken while the secret is being changed', () => {
    const before = { ...binding, secret: 'the secret of thirty-two characters before' };
    vi.stubEnv('MAINSTAY_SECRET_PREVIOUS', before.secret);
    expect(verifyCaller(signCaller(caller, before), binding)).toEqual(caller);
    expect(() => verifyCaller(signCaller(caller, { ...binding, secret: 'guessed' }), binding)).toThrow(
      UnauthenticatedError,
    );
  });

  test('with a changed viewer is refused', () => {
    const [payload = '', mac] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { caller: { viewer: object } };
    const changed = { ...claims, caller: { kind: 'viewer', viewer: { ...claims.caller.viewer, laCodes: ['E2'] } } };
    const forged = `${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${mac}`;
    expect(() => verifyCaller(forged, binding)).toThrow(UnauthenticatedError);
  });

  test.each([undefined, '', '.', 'a.b', 'a.b.c', `${token}.x`, token.slice(0, -1), 'null.null'])(
    'that is none is refused: %s',
    (nonsense) => {
      expect(() => verifyCaller(nonsense, binding)).toThrow(UnauthenticatedError);
    },
  );

  test('can be checked before the body is there', () => {
    expect(() => checkCallerToken(token, binding)).not.toThrow();
    expect(() => checkCallerToken(token, { ...binding, now: later(31) })).toThrow(UnauthenticatedError);
  });
});

test('the subject of an internal call is the same in whatever order parameters come', () => {
  const subject = internalSubject('upload', { name: 'a b.csv', la: 'E1' });
  expect(subject).toBe('/internal/upload?la=E1&name=a+b.csv');
  expect(internalSubject('upload', { la: 'E1', name: 'a b.csv' })).toBe(subject);
  expect(internalSubject('../graphql', {})).toBe('/internal/..%2Fgraphql?');
});
