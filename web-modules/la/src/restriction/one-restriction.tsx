import { Button, ButtonGroup, ErrorSummary, formatInstant, SummaryList, useMutationOperation } from '@mainstay/web-kit';
import { useEffect } from 'react';
import { ConfirmedAction } from '../form/confirmed-action.tsx';
import { readTicked } from '../form/read-text.ts';
import { useForm } from '../form/use-form.ts';
import {
  LiftRestrictionDocument,
  NameForRecordDocument,
  type RestrictionRowFragment,
} from '../generated/operations.ts';
import { personInWords } from '../person/person-words.ts';
import { restrictedPath } from '../urls.ts';
import { PeopleToName } from './people-to-name.tsx';

/** One restriction: who is named, and how it is lifted. */
export function OneRestriction(props: {
  readonly restriction: RestrictionRowFragment;
  /** Told whether the form has faults, for the page's title. */
  readonly onFaults: (hasFaults: boolean) => void;
  /** Called with what was done, in words. */
  readonly onDone: (words: string) => void;
}) {
  const { restriction, onFaults, onDone } = props;
  const { id, child } = restriction;
  const form = useForm();
  const name = useMutationOperation(NameForRecordDocument);
  const lift = useMutationOperation(LiftRestrictionDocument);
  const hasFaults = form.faults.length > 0;
  useEffect(() => {
    onFaults(hasFaults);
    return () => onFaults(false);
  }, [hasFaults, onFaults]);
  const send = async (data: FormData) => {
    await name.run({ input: { restrictionId: id, namedPersonIds: readTicked(data, 'people') } });
    onDone(`The people named for child ${child.localId} are changed.`);
    return [];
  };
  return (
    <>
      <ErrorSummary faults={form.faults} />
      <SummaryList
        rows={[
          { key: 'Child', value: child.localId },
          { key: 'Why', value: restriction.reason },
          {
            key: 'Since',
            value: `${formatInstant(restriction.placedAt)}, by ${personInWords(restriction.placedBy)}`,
          },
        ]}
      />
      <form className="mainstay-page__narrow" onSubmit={(event) => form.submit(event, send)} noValidate>
        <PeopleToName named={restriction.named} />
        <ButtonGroup>
          <Button isDisabled={form.isSending}>Save who is named</Button>
          <Button kind="secondary" to={restrictedPath}>
            Cancel
          </Button>
        </ButtonGroup>
      </form>
      <h2 className="govuk-heading-m">Lift the restriction</h2>
      <ConfirmedAction
        label="Lift the restriction"
        warning="Everybody who may see the authority’s children will see this one again, at once."
        confirm="Lift it now"
        run={async () => {
          await lift.run({ input: { restrictionId: id } });
          onDone(`The restriction of child ${child.localId} is lifted.`);
        }}
      />
    </>
  );
}
