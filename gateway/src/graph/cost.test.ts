import { buildSchema, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assumedListSize, costOf, costOfCsv } from './cost.ts';
import { defaultLimits } from './limits.ts';

const schema = buildSchema(readFileSync(new URL('../../api.graphql', import.meta.url), 'utf8'));
const cost = (query: string, variables: Record<string, unknown> = {}) =>
  costOf({ schema, document: parse(query), variables });

describe('cost of an operation', () => {
  it('counts objects, not scalars', () => {
    expect(cost('{ child(id: "x") { id localId dateOfBirth } }')).toBe(1);
    expect(cost('{ child(id: "x") { sex { code } currentPlacement { type { code } } } }')).toBe(4);
  });

  it('counts a whole table as CSV like a file, each time it is asked for', () => {
    const table = 'return903Csv(year: 2025, table: "Episodes")';
    expect(cost(`{ localAuthority(id: "x") { a: ${table} b: ${table} name } }`)).toBe(1 + 2 * costOfCsv);
    expect(cost('{ imports903(first: 3) { edges { node { faultsCsv } } } }')).toBe(1 + 3 * (1 + 1 + costOfCsv));
  });

  it('counts a whole return as XML like a file', () => {
    expect(cost('{ localAuthority(id: "x") { return903Xml(year: 2025) { text leftOut { rows } } } }')).toBe(
      1 + 1 + costOfCsv + assumedListSize,
    );
  });

  it('multiplies by `first`, and passes it through the connection to its edges', () => {
    expect(cost('{ children(first: 10) { edges { node { id } } } }')).toBe(1 + 10 * 2);
  });

  it('takes the schema’s default page when the request names none', () => {
    expect(cost('{ children { edges { node { id } } } }')).toBe(1 + 25 * 2);
  });

  it('takes an assumed size for lists without pages', () => {
    expect(cost('{ child(id: "x") { episodes { id } } }')).toBe(1 + assumedListSize);
  });

  it('reads the values of variables, and their defaults', () => {
    const query = 'query ($n: Int = 7) { children(first: $n) { edges { node { id } } } }';
    expect(cost(query, { n: 100_000 })).toBe(1 + 100_000 * 2);
    expect(cost(query)).toBe(1 + 7 * 2);
  });

  it('multiplies years by indicators', () => {
    const query = `query ($codes: [ID!]) { localAuthority(id: "x") {
      childMeasureHistory(indicators: $codes, lastYear: 2026, years: 5) { from } } }`;
    expect(cost(query, { codes: ['a', 'b'] })).toBe(1 + 2 * 5);
    expect(cost(query)).toBe(1 + assumedListSize * 5);
  });

  it('counts fragments where they are spread, for the page they are spread in', () => {
    const query = `{ ...q } fragment q on Query { children(first: 3) { ...c } }
      fragment c on ChildConnection { edges { node { id } } }`;
    expect(cost(query)).toBe(1 + 3 * 2);
    expect(cost('{ ...q } fragment q on Query { child(id: "x") { id } ...q }')).toBe(1);
  });

  it('counts nothing for what the schema does not have', () => {
    expect(cost('{ nothing { of { this } } }')).toBe(0);
  });

  it('admits the operation that crosses the three subgraphs, with the largest page', () => {
    const query = `query ($la: ID!) { localAuthority(id: $la) { practices { contracts { children(first: 100) { edges { node {
      currentPlacement { type { meaning } } leadProfessional { registration { number } employments { employer { __typename } } }
    } } } } } } }`;
    expect(cost(query)).toBeGreaterThan(5_000);
    expect(cost(query)).toBeLessThan(defaultLimits.cost);
  });
});
