import { ForbiddenError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { findPeople } from '../person/person.repository.ts';
import { canSignOut } from './session.policy.ts';
import { endSessionsOf } from './session.repository.ts';

/**
 * Ends every session of a person; answers how many.
 *
 * @throws ForbiddenError unless it is the viewer, or one of the people of the viewer's authority.
 */
export async function signOutEverywhere(context: Context, personId: string): Promise<number> {
  const { viewer, database, clock, touched } = context;
  const laCodes = await database.read(viewer, async (db) =>
    (await findPeople(db, [personId])).map(({ laCode }) => laCode),
  );
  if (!canSignOut(viewer, { id: personId, laCodes })) {
    throw new ForbiddenError('You end your own sessions; managers of an authority those of its people.');
  }
  const ended = await database.service((own) => endSessionsOf(own, personId, clock.now()));
  for (const laCode of viewer.laCodes.filter((code) => personId === viewer.subject || laCodes.includes(code))) {
    touched.change({ what: 'signed out everywhere', laCode, ids: [personId], childIds: [] });
  }
  return ended;
}
