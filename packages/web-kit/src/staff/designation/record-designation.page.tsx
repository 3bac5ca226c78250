import { useState } from 'react';
import {
  DesignationsOfAuthorityDocument,
  DesignationsOfPracticeDocument,
  PeopleOfAuthorityDocument,
  PeopleOfPracticeDocument,
  RecordDesignationDocument,
} from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { ListPages } from '../../page/list-pages.tsx';
import { Part } from '../../page/part.tsx';
import type { RecordField } from '../../record/form/record-field.ts';
import { useParams, useSearchParams } from '../../routing/router.tsx';
import { TeamForm, TeamFrame } from '../form/team-form.page.tsx';
import { useStaffPlace } from '../staff-place.ts';
import { useStaff } from '../use-staff.ts';

/** Names the officer for professional development, or changes who is named. */
export function RecordDesignationPage() {
  const { designationId } = useParams();
  const place = useStaffPlace();
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const named = useStaff(place, {
    ofPractice: DesignationsOfPracticeDocument,
    ofAuthority: DesignationsOfAuthorityDocument,
  });
  const people = useStaff(
    place,
    { ofPractice: PeopleOfPracticeDocument, ofAuthority: PeopleOfAuthorityDocument },
    { first: 100, after: search.get('people') },
  );
  return (
    <TeamFrame title="Officer for professional development" hasErrors={hasErrors}>
      <Part what="The form" operation={named} shape="text" count={3}>
        {({ staff }) => (
          <Part what="The workers" operation={people} shape="text" count={3}>
            {(answer) => {
              const found = staff?.designations.find(({ id }) => id === designationId);
              if (designationId !== undefined && !found) {
                return <EmptyState title="This is not there any more." />;
              }
              const workers = (answer.staff?.workers.edges ?? []).map(({ node }) => node);
              return (
                <>
                  <TeamForm
                    fields={fieldsAmong(workers)}
                    entry={found}
                    initial={found && { workerId: found.worker.id, from: found.from, until: found.until }}
                    mutation={RecordDesignationDocument}
                    submit={found ? 'Save the change' : 'Name the officer'}
                    onFaults={setHasErrors}
                  />
                  {answer.staff && <ListPages list={answer.staff.workers} param="people" what="people, by name" />}
                </>
              );
            }}
          </Part>
        )}
      </Part>
    </TeamFrame>
  );
}

function fieldsAmong(
  workers: readonly { readonly id: string; readonly name: string | null }[],
): readonly RecordField[] {
  return [
    {
      kind: 'choice',
      name: 'workerId',
      label: 'Who is named?',
      hint: 'They see to it that staff are supervised, trained and keep up their registration. One person is named at a time.',
      choices: workers.map(({ id, name }) => ({ value: id, text: name ?? id })),
      isLong: true,
      missing: 'Choose who is named',
    },
    { kind: 'day', name: 'from', label: 'From which day?', isToday: true, missing: 'Enter the first day' },
    { kind: 'day', name: 'until', label: 'Until which day?', hint: 'Leave it empty while it lasts.' },
  ];
}
