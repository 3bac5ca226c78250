import { diff, CriticalityLevel } from '@graphql-inspector/core';
import { brokenRules, composeSupergraph, keysThatDiffer } from '@mainstay/gateway/compose-supergraph';
import { buildSchema, parse } from 'graphql';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

describe('supergraph', () => {
  it('is what the subgraphs compose to now', () => {
    const composed = composeSupergraph();
    expect(readFileSync(join(root, 'gateway/supergraph.graphql'), 'utf8')).toBe(composed.supergraph);
    expect(readFileSync(join(root, 'gateway/api.graphql'), 'utf8')).toBe(composed.api);
  });

  it('breaks nothing that main offers, but for what is listed as agreed', async () => {
    const now = readFileSync(join(root, 'gateway/api.graphql'), 'utf8');
    const changes = await diff(buildSchema(apiOnMain() ?? now), buildSchema(now));
    const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);
    expect(breaking.map((change) => change.message).filter((message) => !agreed().has(message))).toEqual([]);
  });

  it('refuses a schema that the gateway would answer wrongly', () => {
    const sdl = parse(`
      type Child @key(fields: "id practice { id }") {
        notes(limit: Int): String @external
        summary: String @requires(fields: "notes(limit: 3)") @authenticated
      }`);
    expect(brokenRules('children', sdl)).toEqual([
      'children: @key(fields: "id practice { id }") is not one simple field',
      'children: @requires(fields: "notes(limit: 3)") names a field with arguments; publish one without',
      'children: the gateway does not enforce @authenticated',
    ]);
  });

  it('refuses an entity with another key in another subgraph', () => {
    const services = ['id', 'localId'].map((key) => ({
      name: key,
      typeDefs: parse(`type Child @key(fields: "${key}") { ${key}: ID! }`),
    }));
    expect(keysThatDiffer(services)).toEqual(['Child has the keys id, localId']);
  });
});

/** The schema clients see on branch main; undefined where there is no history to compare with. */
function apiOnMain(): string | undefined {
  if (!existsSync(join(root, '.git'))) return undefined;
  for (const branch of ['origin/main', 'main', 'HEAD']) {
    try {
      return execFileSync('git', ['show', `${branch}:gateway/api.graphql`], {
        cwd: root,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    } catch {
      // That name is not known here: the next one is asked.
    }
  }
  return undefined;
}

/** Breaking changes agreed on, one message a line; `#` begins a comment that says why and who agreed. */
function agreed(): Set<string> {
  const lines = readFileSync(join(import.meta.dirname, 'breaking-changes-agreed.txt'), 'utf8').split('\n');
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')));
}
