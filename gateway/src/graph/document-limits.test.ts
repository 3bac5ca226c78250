import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { parseWithinLimits } from './document-limits.ts';
import { defaultLimits } from './limits.ts';

const neededOperation = `query ($la: ID!) {
  localAuthority(id: $la) { name practices { name contracts { id children(first: 25) { edges { node {
    localId currentPlacement { type { meaning } }
    leadProfessional { name registration { number status } employments { role employer { __typename ... on Practice { name } } } }
  } } } } } }
}`;

describe('limits of a document', () => {
  it('admit the way through all three subgraphs', () => {
    expect(parseWithinLimits(neededOperation, defaultLimits).definitions).toHaveLength(1);
  });

  it.each([
    ['DEPTH_LIMIT_EXCEEDED', `{ ${'a {'.repeat(300)} b ${'}'.repeat(300)} }`],
    ['TOKENS_LIMIT_EXCEEDED', `{ ${'placements { child {'.repeat(800)} id ${'}}'.repeat(800)} }`],
    ['ALIASES_LIMIT_EXCEEDED', `{ la { ${Array.from({ length: 40 }, (_, i) => `a${i}: name`).join(' ')} } }`],
    [
      'ALIASES_LIMIT_EXCEEDED',
      `{ ...f ...g } fragment f on Query { ...g ...g } fragment g on Query { ${Array.from({ length: 15 }, (_, i) => `a${i}: x`).join(' ')} }`,
    ],
    ['ROOT_FIELDS_LIMIT_EXCEEDED', `{ ${Array.from({ length: 21 }, (_, i) => `field${i}`).join(' ')} }`],
    [
      'ROOT_FIELDS_LIMIT_EXCEEDED',
      `{ ...f } fragment f on Query { ${Array.from({ length: 21 }, (_, i) => `field${i}`).join(' ')} }`,
    ],
    ['DIRECTIVES_LIMIT_EXCEEDED', `{ la { name ${'@include(if: true) '.repeat(21)} } }`],
    ['GRAPHQL_PARSE_FAILED', '{ la {'],
  ])('refuse with %s', (code, query) => {
    expect(codeOf(() => parseWithinLimits(query, defaultLimits))).toBe(code);
  });

  it('refuse 1,000 aliases', () => {
    const query = `{ ${Array.from({ length: 1_000 }, (_, i) => `a${i}: child(id: "x") { id }`).join(' ')} }`;
    expect(codeOf(() => parseWithinLimits(query, defaultLimits))).toBe('TOKENS_LIMIT_EXCEEDED');
  });

  it('follow fragments, once each, and survive a fragment that spreads itself', () => {
    const bomb = Array.from({ length: 25 }, (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`).join(
      ' ',
    );
    expect(parseWithinLimits(`{ ...f0 } ${bomb} fragment f25 on Query { a }`, defaultLimits).definitions).toHaveLength(
      27,
    );
    expect(parseWithinLimits('{ ...f } fragment f on Query { a { ...f } }', defaultLimits).definitions).toHaveLength(2);
  });

  it('count the depth inside fragments', () => {
    const query = `{ a { b { c { d { e { f { g { ...deep } } } } } } } } fragment deep on T { h { i { j { k { l { m { n { o { p } } } } } } } } }`;
    expect(codeOf(() => parseWithinLimits(query, defaultLimits))).toBe('DEPTH_LIMIT_EXCEEDED');
  });
});

function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions['code'] : error;
  }
  return 'nothing thrown';
}
