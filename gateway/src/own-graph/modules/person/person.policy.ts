import type { Viewer } from '@mainstay/subgraph-kit';
import type { PersonRow } from './person.entity.ts';

type Belonging = Pick<PersonRow, 'id' | 'laCode' | 'practiceId'>;

/** Who may read who a person is: the person, those of the same authority, and those of the same practice. No machine. */
export function canReadPerson(viewer: Viewer, person: Belonging): boolean {
  if (viewer.scopes !== null) return false;
  if (viewer.laCodes.includes(person.laCode)) return true;
  return viewer.audience === 'practice' && viewer.practiceId !== null && viewer.practiceId === person.practiceId;
}

/** Who may read when a person was here last: the person, and managers of the authority. */
export function canReadLastSeen(viewer: Viewer, person: Belonging): boolean {
  if (!canReadPerson(viewer, person)) return false;
  return viewer.subject === person.id || (viewer.role === 'la-manager' && viewer.laCodes.includes(person.laCode));
}

/** Who may list the people of an authority: its staff. */
export function canListPeople(viewer: Viewer, laCode: string): boolean {
  return viewer.audience === 'la' && viewer.scopes === null && viewer.laCodes.includes(laCode);
}
