import type { Context } from '../../context.ts';
import type { SessionRow } from './session.entity.ts';
import { findLiveSessions } from './session.repository.ts';
import { sessionsOfRequests } from './session.request.ts';
import { signOutEverywhere } from './session.service.ts';

/** Resolvers of sessions. */
export const sessionResolvers = {
  Query: {
    mySessions: async (_: unknown, __: unknown, { viewer, database, clock }: Context) =>
      database.service((db) => findLiveSessions(db, viewer.subject, clock.now())),
  },
  Session: {
    isThis: ({ id }: SessionRow, _: unknown, { viewer, database }: Context) =>
      sessionsOfRequests(database).of(viewer.requestId) === id,
  },
  Mutation: {
    signOutEverywhere: async (_: unknown, { input }: { input: { personId: string } }, context: Context) => ({
      endedSessions: await signOutEverywhere(context, input.personId),
    }),
  },
};
