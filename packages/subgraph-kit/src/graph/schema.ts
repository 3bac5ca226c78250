import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { isAbstractType, isObjectType, parse, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { VersionRow } from '../record/version-row.ts';
import { dateScalar, dateTimeScalar } from './scalars.ts';
import { sdlParts } from './sdl.ts';
import type { SharedSdl, SubgraphModule } from './subgraph.ts';

/** What a subgraph's schema is made of. */
export interface SchemaSource {
  readonly modules: readonly Pick<SubgraphModule<never>, 'sdl' | 'resolvers'>[];
  readonly sharedSdl?: readonly SharedSdl[];
}

type SchemaModules = Parameters<typeof buildSubgraphSchema>[0];

const SCALARS = { Date: dateScalar, DateTime: dateTimeScalar };

/** The resolvers of the shared parts. A `Recorded` is the row of the version itself. */
const RESOLVERS: Readonly<Record<SharedSdl, object>> = {
  measure: {},
  record: {
    Recorded: {
      at: ({ recordedAt }: VersionRow) => recordedAt,
      by: ({ recordedBy }: VersionRow) => ({ id: recordedBy }),
    },
  },
};

/** The executable schema of a subgraph, and its SDL as composition wants it. */
export function buildSchema(source: SchemaSource): { schema: GraphQLSchema; sdl: string } {
  const sharedSdl = source.sharedSdl ?? [];
  const [base = '', ...shared] = sdlParts({ modules: [], sharedSdl });
  const schema = buildSubgraphSchema([
    { typeDefs: parse(base), resolvers: SCALARS },
    ...shared.map((sdl, index) => ({ typeDefs: parse(sdl), resolvers: RESOLVERS[sharedSdl[index] as SharedSdl] })),
    ...source.modules.map(({ sdl, resolvers }) => ({ typeDefs: parse(sdl), resolvers })),
  ] as SchemaModules);
  settleEntities(schema);
  calmTypeResolvers(schema);
  return { schema, sdl: printSubgraphSchema(schema) };
}

/**
 * Lets each reference of `_entities` fail by itself. Compiled execution takes an Error in a list as that entry's error,
 * but loses its place when a promise in a list is rejected.
 */
function settleEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const resolve = field?.resolve as GraphQLFieldResolver<unknown, unknown> | undefined;
  if (!field || !resolve) return;
  field.resolve = async (source, args, context, info) => {
    const entities = (await resolve(source, args, context, info)) as unknown[];
    const settled = await Promise.allSettled(entities);
    return settled.map((entity) => (entity.status === 'fulfilled' ? entity.value : asError(entity.reason)));
  };
}

/** An exception out of `resolveType` would leave a compiled operation waiting for ever; no type is an error like others. */
function calmTypeResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type) || !type.resolveType) continue;
    const resolveType = type.resolveType.bind(type);
    type.resolveType = (value, context, info, abstractType) => {
      try {
        const found = resolveType(value, context, info, abstractType);
        return typeof found === 'string' && isObjectType(schema.getType(found)) ? found : undefined;
      } catch {
        // Reported by the executor as a value of no type.
        return undefined;
      }
    };
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('A reference was rejected without an Error.');
}
