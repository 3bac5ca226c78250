import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { ForbiddenError, UnavailableError } from './errors.ts';
import type { LogFields, Logger } from './logger.ts';
import { maskError, maskGraphErrors } from './mask-errors.ts';

function masking(): { logged: { level: string; fields: LogFields }[]; context: { logger: Logger; fields: LogFields } } {
  const logged: { level: string; fields: LogFields }[] = [];
  const at =
    (level: string) =>
    (_event: string, fields: LogFields = {}) =>
      void logged.push({ level, fields });
  return {
    logged,
    context: { logger: { info: at('info'), warn: at('warn'), error: at('error') }, fields: { requestId: 'r' } },
  };
}

function inField(path: (string | number)[], originalError: Error): GraphQLError {
  return new GraphQLError(originalError.message, { path, originalError });
}

test('a refusal stays what it is and is not logged', () => {
  const { logged, context } = masking();
  const refusal = new ForbiddenError('Only managers may.');
  expect(maskError(refusal, context)).toBe(refusal);
  expect(logged).toEqual([]);
});

test('what is behind an unavailable part is logged as a warning', () => {
  const { logged, context } = masking();
  maskError(new UnavailableError('Not now.', { cause: new Error('ECONNREFUSED') }), context);
  expect(logged.map(({ level }) => level)).toEqual(['warn']);
});

test('anything else is masked, its reference is in the log', () => {
  const { logged, context } = masking();
  const masked = maskError(new Error('SELECT secret'), context);
  expect(masked.message).toMatch(/^Something went wrong\. Reference [2-9A-Z]{4}-[2-9A-Z]{3}\.$/);
  expect(masked.message).toContain(String(logged[0]?.fields.reference));
  expect(maskError(masked, context)).toBe(masked);
  expect(logged).toHaveLength(1);
});

test('one fault in many fields has one reference and one line; another fault has its own', () => {
  const { logged, context } = masking();
  const fault = new Error('one');
  const errors = maskGraphErrors(
    [
      inField(['children', 0, 'sex'], fault),
      inField(['children', 1, 'sex'], fault),
      inField(['other'], new Error('two')),
    ],
    context,
  );
  expect(new Set(errors.map(({ message }) => message)).size).toBe(2);
  expect(logged.map(({ fields }) => fields.field)).toEqual(['children.sex', 'other']);
  expect(errors.map(({ path }) => path)).toEqual([['children', 0, 'sex'], ['children', 1, 'sex'], ['other']]);
});

test('what fails only because the transaction had failed before adds nothing to the log', () => {
  const { logged, context } = masking();
  const aborted = Object.assign(new Error('current transaction is aborted'), { code: '25P02' });
  const errors = maskGraphErrors([inField(['a'], new Error('cause')), inField(['b'], aborted)], context);
  expect(errors[1]?.message).toBe(errors[0]?.message);
  expect(logged).toHaveLength(1);
});
