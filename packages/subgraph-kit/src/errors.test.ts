import { expect, test } from 'vitest';
import * as errors from './errors.ts';

test.each([
  [errors.UnauthenticatedError, 'UNAUTHENTICATED', 401],
  [errors.ForbiddenError, 'FORBIDDEN', 403],
  [errors.NotFoundError, 'NOT_FOUND', 404],
  [errors.BadInputError, 'BAD_USER_INPUT', 400],
  [errors.UnavailableError, 'UNAVAILABLE', 503],
] as const)('%o carries its code and travels by it', (Refusal, code, status) => {
  const refusal = new Refusal('No.');
  expect(refusal).toBeInstanceOf(errors.MainstayError);
  expect(refusal.code).toBe(code);
  expect(refusal.extensions).toEqual({ code });
  expect(refusal.name).toBe(Refusal.name);
  expect(errors.HTTP_STATUS[code]).toBe(status);
  expect(errors.refusalOf(code, 'No.')).toEqual(refusal);
});

test('no other code is a refusal', () => {
  expect(errors.refusalOf('INTERNAL_SERVER_ERROR', 'x')).toBeNull();
});
