import type { Context } from '../../context.ts';
import type { PersonRow } from './person.entity.ts';
import { canListPeople, canReadLastSeen } from './person.policy.ts';
import { findPeopleOfAuthority } from './person.repository.ts';

const mostPeople = 1_000;

/** A person as a reference names them, or as the register knows them. */
type PersonSource = { readonly id: string } | PersonRow;

/** Resolvers of people. */
export const personResolvers = {
  Person: {
    // Somebody whom the viewer may not know is still named by what refers to them: an id, and nothing with it.
    __resolveReference: async ({ id }: { id: string }, { loaders }: Context): Promise<PersonSource> =>
      (await loaders.person.load(id)) ?? { id },
    name: async (person: PersonSource, _: unknown, context: Context) => (await known(person, context))?.name ?? null,
    role: async (person: PersonSource, _: unknown, context: Context) => (await known(person, context))?.role ?? null,
    lastSeenAt: async (person: PersonSource, _: unknown, context: Context) => {
      const row = await known(person, context);
      return row && canReadLastSeen(context.viewer, row) ? row.lastSeenAt : null;
    },
  },
  LocalAuthority: {
    people: async ({ id }: { id: string }, { role }: { role?: string | null }, { viewer, db, touched }: Context) => {
      if (!canListPeople(viewer, id)) return [];
      const people = await findPeopleOfAuthority(db, { laCode: id, role: role ?? null, most: mostPeople });
      touched.list('people', [], people.length);
      return people;
    },
  },
};

/** What the register knows of a person, whether it was asked already or not. */
async function known(person: PersonSource, { loaders }: Context): Promise<PersonRow | null> {
  return 'lastSeenAt' in person ? person : loaders.person.load(person.id);
}
