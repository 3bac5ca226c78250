import {
  Button,
  ButtonGroup,
  EmptyState,
  ErrorSummary,
  InsetText,
  Navigate,
  Part,
  TextArea,
  TextInput,
  useMutationOperation,
  useOperation,
  useViewer,
  WarningText,
} from '@mainstay/web-kit';
import { useEffect } from 'react';
import { findChild } from '../child-number/find-child.ts';
import { readText, readTicked } from '../form/read-text.ts';
import { useForm } from '../form/use-form.ts';
import { ChildToRestrictDocument, RestrictRecordDocument } from '../generated/operations.ts';
import { restrictedPath } from '../urls.ts';
import { PeopleToName } from './people-to-name.tsx';

/** Characters of a reason. */
const REASON = { least: 10, most: 2000 };

interface RestrictFormProps {
  /** The child, when the form was opened from a record; null asks for a number. */
  readonly childId: string | null;
  /** Told whether the form has faults, for the page's title. */
  readonly onFaults: (hasFaults: boolean) => void;
  /** Called with what was done, in words. */
  readonly onDone: (words: string) => void;
}

/** Restricts a child's record to named people. */
export function RestrictForm(props: RestrictFormProps) {
  const { childId } = props;
  const operation = useOperation(ChildToRestrictDocument, { id: childId ?? '' }, { isEnabled: Boolean(childId) });
  if (!childId) return <Fields {...props} />;
  return (
    <Part what="The child" operation={operation} shape="text" count={2}>
      {({ child }) => {
        if (!child) return <EmptyState title="There is no such child that you may see." />;
        if (!child.restriction) return <Fields {...props} child={child} />;
        // Restricted already: what can be done is to change who is named.
        return <Navigate to={`${restrictedPath}?change=${encodeURIComponent(child.restriction.id)}`} replace />;
      }}
    </Part>
  );
}

function Fields(props: RestrictFormProps & { readonly child?: { readonly id: string; readonly localId: string } }) {
  const { onFaults, onDone, child } = props;
  const { laCode } = useViewer();
  const form = useForm();
  const restrict = useMutationOperation(RestrictRecordDocument);
  const hasFaults = form.faults.length > 0;
  useEffect(() => {
    onFaults(hasFaults);
    return () => onFaults(false);
  }, [hasFaults, onFaults]);
  const send = async (data: FormData) => {
    const number = child?.localId ?? readText(data, 'number');
    const reason = readText(data, 'reason');
    const faults = [];
    if (!number) faults.push({ message: 'Enter the child’s number', fieldId: 'number' });
    if (reason.length < REASON.least || reason.length > REASON.most)
      faults.push({ message: `Enter why, in ${REASON.least} to ${REASON.most} characters`, fieldId: 'reason' });
    if (faults.length > 0) return faults;
    const found = child ?? (await findChild(laCode ?? '', number));
    if (!found) return [{ message: 'There is no child that you may see with this number', fieldId: 'number' }];
    const input = { childId: found.id, reason, namedPersonIds: readTicked(data, 'people') };
    const { restrictRecord: answer } = await restrict.run({ input });
    if (answer.__typename !== 'RestrictRecordSuccess')
      return [{ message: answer.message, fieldId: child ? 'reason' : 'number' }];
    onDone(`The record of child ${number} is restricted.`);
    return [];
  };
  return (
    <>
      <ErrorSummary faults={form.faults} />
      <WarningText>
        From this moment the child does not exist for anybody who is not named: no list and no figure of theirs counts
        it.
      </WarningText>
      <form className="mainstay-page__narrow" onSubmit={(event) => form.submit(event, send)} noValidate>
        {child ? (
          <InsetText>Child {child.localId}</InsetText>
        ) : (
          <TextInput
            name="number"
            label="Child’s number"
            width={10}
            spellCheck={false}
            autoComplete="off"
            error={form.errorOf('number')}
          />
        )}
        <TextArea
          name="reason"
          label="Why is the record restricted?"
          hint="The people named can read it."
          error={form.errorOf('reason')}
        />
        <PeopleToName />
        <ButtonGroup>
          <Button isDisabled={form.isSending}>Restrict the record</Button>
          <Button kind="secondary" to={restrictedPath}>
            Cancel
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}
