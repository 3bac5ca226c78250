import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { AbsenceEntity } from './absence.entity.ts';
import { absenceResolvers } from './absence.resolvers.ts';

export const absenceModule: SubgraphModule<Context> = {
  name: 'absence',
  sdl: sdlOf(import.meta.url, 'absence.graphql'),
  resolvers: absenceResolvers,
  entities: [AbsenceEntity],
};
