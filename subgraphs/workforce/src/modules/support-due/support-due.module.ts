import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { supportDueResolvers } from './support-due.resolvers.ts';

/** Whose supervision is overdue and whose learning is behind: made of what is recorded, with no table of its own. */
export const supportDueModule: SubgraphModule<Context> = {
  name: 'support-due',
  sdl: sdlOf(import.meta.url, 'support-due.graphql'),
  resolvers: supportDueResolvers,
  entities: [],
};
