import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import { import903ChildEntity, import903Entity, returnFaultEntity } from './import-903.entity.ts';
import { import903Resolvers } from './import-903.resolvers.ts';
import type { ImportContext } from './import-903.context.ts';

export const import903Module: SubgraphModule<ImportContext> = {
  name: 'import-903',
  sdl: sdlOf(import.meta.url, 'import-903.graphql'),
  resolvers: import903Resolvers,
  entities: [import903Entity, import903ChildEntity, returnFaultEntity],
};
