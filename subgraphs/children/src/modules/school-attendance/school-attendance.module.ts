import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { schoolAttendanceEntity } from './school-attendance.entity.ts';
import { schoolAttendanceResolvers } from './school-attendance.resolvers.ts';

export const schoolAttendanceModule: SubgraphModule<Context> = {
  name: 'school-attendance',
  sdl: sdlOf(import.meta.url, 'school-attendance.graphql'),
  resolvers: schoolAttendanceResolvers,
  entities: [schoolAttendanceEntity],
};
