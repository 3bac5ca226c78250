import { expect, test } from 'vitest';
import { createLogger, describeError, type LogFields } from './logger.ts';

const now = () => new Date('2026-11-22T12:00:00Z');

function logged(fields?: LogFields, event = 'request failed'): { line: string; entry: Record<string, unknown> } {
  const lines: string[] = [];
  createLogger({ service: 'children', now, write: (line) => lines.push(line) }).error(event, fields);
  return { line: lines.join(''), entry: JSON.parse(lines[0] ?? '{}') };
}

test('a line is one JSON object with what the list allows', () => {
  const { line, entry } = logged({ requestId: 'r1', operation: 'Children', durationMs: 12 });
  expect(line.endsWith('\n')).toBe(true);
  expect(entry).toEqual({
    at: '2026-11-22T12:00:00.000Z',
    level: 'error',
    service: 'children',
    event: 'request failed',
    requestId: 'r1',
    operation: 'Children',
    durationMs: 12,
  });
});

test('what is not on the list is not written', () => {
  const sneaked = { variables: { name: 'Mary Smith' }, requestId: { name: 'Mary Smith' } } as unknown as LogFields;
  expect(logged(sneaked).line).not.toContain('Mary');
});

test('an error is told without the values that caused it', () => {
  const database = Object.assign(new Error('invalid input syntax for type date: "Mary Smith"'), {
    name: 'QueryFailedError',
    code: '22007',
    detail: 'Key (upn)=(A123) exists',
    table: 'child',
    parameters: ['Mary Smith'],
    query: `SELECT 'Mary Smith'`,
  });
  const { line, entry } = logged({ error: new Error('The import failed.', { cause: database }) });
  expect(line).not.toContain('Mary');
  expect(line).not.toContain('A123');
  expect(entry['error']).toMatchObject({
    name: 'Error',
    message: 'The import failed.',
    cause: { name: 'QueryFailedError', code: '22007', table: 'child' },
  });
});

test('a message over several lines does not reach the log as part of the stack', () => {
  class ImportError extends Error {
    override readonly name = 'ImportError';
  }
  const error = new ImportError('row 2:\nMary Smith\n    at birth (Birmingham:1:2)');
  const { stack } = describeError(error);
  expect(stack?.length).toBeGreaterThan(0);
  expect(JSON.stringify(describeError(error))).not.toContain('Birmingham');
});

test('what is thrown and is no Error is told by its type', () => {
  expect(describeError('Mary Smith')).toEqual({ name: 'string' });
});
