import { describe, expect, it, vi } from 'vitest';
import { maskError, newReference } from './mask-errors.ts';

describe('errors as clients see them', () => {
  it('keep the words of a refusal that was written for them, and nothing beside', () => {
    const error = {
      message: 'Not yours.',
      path: ['child'],
      extensions: { code: 'FORBIDDEN', serviceName: 'children', stacktrace: ['x'] },
    };
    expect(maskError(error, 'REF', vi.fn<() => void>())).toEqual({
      message: 'Not yours.',
      path: ['child'],
      extensions: { code: 'FORBIDDEN' },
    });
  });

  it('withhold everything else, and give a reference to the log', () => {
    const onMasked = vi.fn<() => void>();
    const error = {
      message: 'SELECT … password=hunter2',
      extensions: { code: '42P01', response: { url: 'http://pg-01.internal' } },
    };
    const masked = maskError(error, 'REF', onMasked);
    expect(JSON.stringify(masked)).not.toMatch(/hunter2|pg-01|42P01/);
    expect(masked.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', reference: 'REF' });
    expect(onMasked).toHaveBeenCalledOnce();
  });

  it('pass on the reference of a subgraph that masked the error itself', () => {
    const onMasked = vi.fn<() => void>();
    const masked = maskError(
      { message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR', reference: '7K2M-93F' } },
      'REF',
      onMasked,
    );
    expect(masked.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', reference: '7K2M-93F' });
    expect(onMasked).not.toHaveBeenCalled();
  });

  it('never echo more than a little of what was sent', () => {
    const masked = maskError(
      { message: 'x'.repeat(200_000), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
      'REF',
      vi.fn<() => void>(),
    );
    expect(masked.message).toHaveLength(300);
  });

  it('have references that can be read out', () => {
    expect(newReference()).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  });
});
