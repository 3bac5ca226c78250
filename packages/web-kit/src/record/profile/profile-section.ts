import { formatDate } from '../../format/format.ts';
import {
  ChildByLocalIdDocument,
  ChildProfilesDocument,
  RecordProfileDocument,
  RecordSiblingDocument,
  type ChildProfilesQuery,
} from '../../generated/operations.ts';
import { runOperation } from '../../graph/graphql-client.ts';
import type { Entry, EntryKind, EntrySection, Found } from '../entries/entry-kind.ts';
import { initialOf } from '../entries/entry-rows.ts';
import { profileFields, siblingFields } from './profile-fields.ts';

type Subject = Found<ChildProfilesQuery>;

const profiles: EntryKind<Subject> = {
  path: 'details',
  title: 'Who the child is',
  one: 'who the child is',
  entry: 'an entry on who the child is',
  empty: 'It is not on record who the child is, beyond name, age and ethnicity.',
  emptyHint: 'Record language, religion, disabilities and what helps the child to be understood.',
  fields: ({ subject }) => profileFields(subject.profileChoices),
  entriesOf: ({ child }) => child.profiles,
  headOf: ({ asOf }) => `Since ${formatDate(String(asOf))}`,
  inHead: ['asOf'],
  mutation: RecordProfileDocument,
  startOf: ({ subject }) => {
    const [newest] = subject.child.profiles;
    return newest ? { ...initialOf(profileFields(subject.profileChoices), newest), asOf: null } : {};
  },
  inputOf: (input) => ({ disabilities: [], ...input }),
};

const siblings: EntryKind<Subject> = {
  path: 'siblings',
  title: 'Brothers and sisters',
  one: 'a brother or sister',
  empty: 'No brothers or sisters are on record.',
  fields: siblingFields,
  entriesOf: ({ child }) => child.siblings,
  headOf: siblingInWords,
  inHead: ['isOfTheAuthority', 'name'],
  mutation: RecordSiblingDocument,
  initialOf: ({ child }) => ({ siblingChildId: (child as SiblingChild)?.localId ?? null }),
  inputOf: async ({ isOfTheAuthority, ...input }) =>
    isOfTheAuthority === true ? { ...input, siblingChildId: await idOfChild(String(input['siblingChildId'])) } : input,
};

type SiblingChild = { readonly localId: string } | null | undefined;

function siblingInWords({ name, child }: Entry): string {
  if (typeof name === 'string') return name;
  const { localId } = (child as SiblingChild) ?? {};
  return localId === undefined ? 'A child of the authority whom you may not see' : `Child ${localId}`;
}

/** The id of the child with the authority's own number; the number itself, which the platform refuses, without one. */
async function idOfChild(localId: string): Promise<string> {
  const { data } = await runOperation(ChildByLocalIdDocument, { localId });
  return data.children.edges.find(({ node }) => node.localId === localId)?.node.id ?? localId;
}

/** Who a child is, with brothers and sisters. */
export const profileSection: EntrySection<Subject> = {
  path: 'profile',
  title: 'Who the child is',
  part: 'PLANS',
  query: ChildProfilesDocument,
  kinds: [profiles, siblings],
};
