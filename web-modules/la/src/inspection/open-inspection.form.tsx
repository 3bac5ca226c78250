import { addDays, systemClock } from '@mainstay/primitives';
import {
  Button,
  ButtonGroup,
  DateInput,
  ErrorSummary,
  readDate,
  TextArea,
  TextInput,
  useMutationOperation,
  useNavigate,
} from '@mainstay/web-kit';
import { useEffect } from 'react';
import { readEntries, readText } from '../form/read-text.ts';
import { useForm } from '../form/use-form.ts';
import { OpenInspectionDocument } from '../generated/operations.ts';
import { inspectionPath, inspectionsPath } from '../urls.ts';

/** Days of a standard inspection, the first one included. */
const USUAL_DAYS = 21;

/** Enters an inspection, and goes on to its own page, where the sample is chosen. */
export function OpenInspectionForm({ onFaults }: { readonly onFaults: (hasFaults: boolean) => void }) {
  const navigate = useNavigate();
  const form = useForm();
  const open = useMutationOperation(OpenInspectionDocument);
  const today = systemClock.today();
  const hasFaults = form.faults.length > 0;
  useEffect(() => {
    onFaults(hasFaults);
    return () => onFaults(false);
  }, [hasFaults, onFaults]);
  const send = async (data: FormData) => {
    const kind = readText(data, 'kind');
    const [from, to] = [readDate(data, 'from'), readDate(data, 'to')];
    const inspectorIds = readEntries(data, 'inspectors');
    const faults = [];
    if (!kind) faults.push({ message: 'Enter what kind of inspection it is', fieldId: 'kind' });
    if (!from) faults.push({ message: 'Enter a first day that exists, such as 31 3 2026', fieldId: 'from-day' });
    if (!to) faults.push({ message: 'Enter a last day that exists, such as 31 3 2026', fieldId: 'to-day' });
    if (inspectorIds.length === 0)
      faults.push({ message: 'Enter the sign-in identifier of at least one inspector', fieldId: 'inspectors' });
    if (inspectorIds.length > 20) faults.push({ message: 'Enter at most 20 inspectors', fieldId: 'inspectors' });
    if (faults.length > 0 || !from || !to) return faults;
    const { openInspection: answer } = await open.run({ input: { kind, from, to, inspectorIds } });
    if (answer.__typename !== 'OpenInspectionSuccess') return [{ message: answer.message, fieldId: 'to-day' }];
    navigate(inspectionPath(answer.inspection.id));
    return [];
  };
  return (
    <>
      <ErrorSummary faults={form.faults} />
      <form className="mainstay-page__narrow" onSubmit={(event) => form.submit(event, send)} noValidate>
        <TextInput
          name="kind"
          label="What kind of inspection is it?"
          hint="For example, standard inspection, short inspection or focused visit"
          width={20}
          error={form.errorOf('kind')}
        />
        <DateInput
          name="from"
          label="First day"
          hint="The inspectors can read from the beginning of this day; when it is today, at once."
          defaultValue={today}
          error={form.errorOf('from-day')}
        />
        <DateInput
          name="to"
          label="Last day"
          hint="They read until the end of this day, at most 12 weeks after the first. You can close the inspection before."
          defaultValue={addDays(today, USUAL_DAYS - 1)}
          error={form.errorOf('to-day')}
        />
        <TextArea
          name="inspectors"
          label="Inspectors’ sign-in identifiers"
          hint="One in a line, exactly as their inspectorate gave them to you. Nobody else reads anything."
          error={form.errorOf('inspectors')}
        />
        <ButtonGroup>
          <Button isDisabled={form.isSending}>Open the inspection</Button>
          <Button kind="secondary" to={inspectionsPath}>
            Cancel
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}
