import { readdirSync } from 'node:fs';
import { Kind, parse, type DefinitionNode, type DocumentNode } from 'graphql';
import type { SubgraphModule } from '../graph/subgraph.ts';

type AnyModule = Pick<SubgraphModule<never>, 'name' | 'sdl' | 'resolvers' | 'entities'>;

/**
 * What keeps a concept of a subgraph from being found by its name: folders that are no module, files, types, tables and
 * resolvers that go by another name, types and fields without a description. Empty when all is well.
 */
export function moduleFaults(modules: readonly AnyModule[], modulesFolder: URL): string[] {
  const folders = readdirSync(modulesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = modules.map((module) => module.name);
  const owned = new Set(names.map(pascal));
  return [
    ...folders.filter(({ name }) => !names.includes(name)).map(({ name }) => `${name}: not in modules/index.ts`),
    ...modules.flatMap((module) => {
      const document = parse(module.sdl);
      const files = readdirSync(new URL(`${module.name}/`, modulesFolder));
      return [
        ...files
          .filter((file) => !file.startsWith(`${module.name}.`))
          .map((file) => `${file}: not named after ${module.name}`),
        ...entityFaults(module, document),
        ...resolverFaults(module, document),
        ...document.definitions.flatMap((definition) => descriptionFaults(definition, owned)),
      ];
    }),
  ];
}

function entityFaults({ name, entities }: AnyModule, document: DocumentNode): string[] {
  const [main] = entities;
  if (!main) return [];
  const types = document.definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION ? [node.name.value] : [],
  );
  const table = name.replaceAll('-', '_');
  return [
    ...(types.includes(pascal(name)) ? [] : [`${name}: no type ${pascal(name)}`]),
    ...(main.options.name === pascal(name) ? [] : [`${name}: its entity is called ${main.options.name}`]),
    ...entities
      .map((entity) => entity.options.tableName ?? '')
      .filter((found, index) => (index === 0 ? found !== table : !found.startsWith(`${table}_`)))
      .map((found) => `${name}: its table is called ${found}`),
  ];
}

function resolverFaults({ name, resolvers }: AnyModule, document: DocumentNode): string[] {
  const declared = new Map<string, Set<string>>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const fields = declared.get(node.name.value) ?? new Set<string>();
    for (const field of node.fields ?? []) fields.add(field.name.value);
    declared.set(node.name.value, fields);
  }
  return Object.entries(resolvers).flatMap(([type, fields]) =>
    Object.keys(fields as object)
      .filter((field) => !field.startsWith('__') && declared.get(type)?.has(field) !== true)
      .map((field) => `${name}: resolves ${type}.${field}, which its schema does not declare`),
  );
}

/** A type with a key that no module here is named after is another subgraph's: it describes itself and its id there. */
function descriptionFaults(node: DefinitionNode, owned: ReadonlySet<string>): string[] {
  if (!('name' in node) || !node.name || node.kind === Kind.OPERATION_DEFINITION) return [];
  const type = node.name.value;
  const isExtension = node.kind === Kind.OBJECT_TYPE_EXTENSION;
  const isStub =
    node.kind === Kind.OBJECT_TYPE_DEFINITION &&
    node.directives?.some((directive) => directive.name.value === 'key') === true &&
    !owned.has(type);
  const parts = ('fields' in node ? node.fields : 'values' in node ? node.values : undefined) ?? [];
  return [
    ...(isExtension || isStub || ('description' in node && node.description) ? [] : [`${type}: no description`]),
    ...parts
      .filter((part) => !part.description && !(isStub && part.name.value === 'id'))
      .map((part) => `${type}.${part.name.value}: no description`),
  ];
}

function pascal(kebab: string): string {
  return kebab.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
