import { expect, test } from 'vitest';
import { parseValue } from 'graphql';
import { dateScalar, dateTimeScalar } from './scalars.ts';

test('a Date is a day that exists', () => {
  expect(dateScalar.parseValue('2024-02-29')).toBe('2024-02-29');
  expect(dateScalar.parseLiteral(parseValue('"2024-02-29"'))).toBe('2024-02-29');
  expect(dateScalar.serialize('2024-02-29')).toBe('2024-02-29');
});

test.each(['2023-02-29', '29/02/2024', '2024-02-29T00:00:00Z', '', 20240229, null, new Date(0)])(
  '%s is no Date',
  (value) => {
    expect(() => dateScalar.parseValue(value)).toThrow('YYYY-MM-DD');
    expect(() => dateScalar.serialize(value)).toThrow(TypeError);
  },
);

test('a DateTime is an instant with its offset', () => {
  expect(dateTimeScalar.parseValue('2025-04-02T10:30:00+01:00')).toEqual(new Date('2025-04-02T09:30:00Z'));
  expect(dateTimeScalar.parseLiteral(parseValue('"2025-04-02T09:30Z"'))).toEqual(new Date('2025-04-02T09:30:00Z'));
  expect(dateTimeScalar.serialize(new Date('2025-04-02T09:30:00Z'))).toBe('2025-04-02T09:30:00.000Z');
  expect(dateTimeScalar.serialize('2025-04-02T10:30:00+01:00')).toBe('2025-04-02T09:30:00.000Z');
});

test.each(['2025-04-02', '2025-04-02T09:30:00', '2025-13-02T09:30:00Z', 'now', 0, null])(
  '%s is no DateTime',
  (value) => {
    expect(() => dateTimeScalar.parseValue(value)).toThrow('instant');
  },
);

test('what is no instant is not answered as one', () => {
  expect(() => dateTimeScalar.serialize('yesterday')).toThrow(TypeError);
  expect(() => dateTimeScalar.parseLiteral(parseValue('1'))).toThrow('instant');
});
