import { useState, type ReactNode } from 'react';
import { Breadcrumbs } from '../../components/wayfinding.tsx';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { Page } from '../../page/page.tsx';
import type { RecordMutation } from '../../record/entries/entry-kind.ts';
import { initialOf } from '../../record/entries/entry-rows.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import { RecordForm, type RecordAnswer } from '../../record/form/record-form.tsx';
import { useNavigate } from '../../routing/router.tsx';
import { useStaffPlace } from '../staff-place.ts';
import { WithEmployer } from './with-employer.tsx';

/** An entry about the team as a whole, with its fields as the graph tells them. */
export interface TeamEntry {
  readonly id: string;
  readonly recorded: { readonly version: number };
}

/** A page with the way back to the team. */
export function TeamFrame(props: {
  readonly title: string;
  readonly hasErrors?: boolean;
  readonly children: ReactNode;
}) {
  const { title, hasErrors = false, children } = props;
  const place = useStaffPlace();
  return (
    <Page
      title={title}
      hasErrors={hasErrors}
      before={<Breadcrumbs crumbs={[{ text: place.title, to: place.staffPath }]} />}
    >
      {children}
    </Page>
  );
}

/** What a form about the team as a whole needs. */
export interface TeamFormProps {
  readonly fields: readonly RecordField[];
  /** The entry that is corrected, if one is. */
  readonly entry?: TeamEntry | undefined;
  readonly initial?: Parameters<typeof RecordForm>[0]['initial'];
  readonly mutation: RecordMutation;
  readonly submit: string;
  /** Where it leads on to; the team's page when it is left out. */
  readonly doneTo?: (answer: RecordAnswer) => string;
  readonly onFaults: (hasFaults: boolean) => void;
}

/** Records something about the team as a whole, or corrects it. */
export function TeamForm(props: TeamFormProps) {
  const { fields, mutation, submit, doneTo, onFaults } = props;
  // The form is about the version that was there when it was opened.
  const [entry] = useState(props.entry);
  const [initial] = useState(props.initial ?? (entry ? initialOf(fields, { ...entry }) : {}));
  const { staffPath } = useStaffPlace();
  const navigate = useNavigate();
  const record = useMutationOperation(mutation);
  return (
    <WithEmployer>
      {({ field, employerOf }) => (
        <RecordForm
          fields={[...field, ...fields]}
          initial={initial}
          correcting={entry && { id: entry.id, version: entry.recorded.version }}
          send={async (answers) =>
            (await record.run({ input: { ...answers, employer: employerOf(answers) } as never })).result
          }
          onDone={(answer) => navigate(doneTo?.(answer) ?? staffPath)}
          onFaults={onFaults}
          submit={submit}
          cancelTo={staffPath}
        />
      )}
    </WithEmployer>
  );
}
