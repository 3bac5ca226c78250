import { Checkboxes, EmptyState, Part, useOperation, useViewer } from '@mainstay/web-kit';
import { PeopleDocument, type PersonNamedFragment } from '../generated/operations.ts';
import { personInWords, personWithRole } from '../person/person-words.ts';

/** The people who use the platform here, to be named for a record. */
export function PeopleToName({
  named = [],
  error,
}: {
  /** Those named already. */
  readonly named?: readonly PersonNamedFragment[];
  readonly error?: string | undefined;
}) {
  const viewer = useViewer();
  const operation = useOperation(PeopleDocument, { la: viewer.laCode ?? '', role: null });
  return (
    <Part what="The people" operation={operation} shape="text" count={4}>
      {({ localAuthority }) => {
        const known = localAuthority?.people ?? [];
        // Somebody named who has left is still named until the box is cleared.
        const others = named.filter(({ id }) => !known.some((one) => one.id === id));
        const people = [...others, ...known]
          .filter(({ id, role }) => id !== viewer.personId && role !== 'integrator')
          .toSorted((one, other) => personInWords(one).localeCompare(personInWords(other), 'en-GB'));
        if (people.length === 0) {
          return <EmptyState title="Nobody else has used the platform here yet." />;
        }
        return (
          <Checkboxes
            name="people"
            label="Who may see the record?"
            hint="You are always named. Name as few others as the child’s care needs."
            isSmall
            defaultValues={named.map(({ id }) => id)}
            error={error}
            choices={people.map((person) => ({ value: person.id, text: personWithRole(person) }))}
          />
        );
      }}
    </Part>
  );
}
