import {
  Button,
  ErrorSummary,
  formatInstant,
  InsetText,
  Link,
  Radios,
  SummaryList,
  TextArea,
  useMutationOperation,
  useViewer,
} from '@mainstay/web-kit';
import { useEffect, useState } from 'react';
import { addressOfFilters } from '../audit/audit-filters.ts';
import { readText } from '../form/read-text.ts';
import { useForm } from '../form/use-form.ts';
import {
  ReviewBrokenGlassDocument,
  type BreakGlassFinding,
  type BrokenGlassRowFragment,
} from '../generated/operations.ts';
import { personWithRole } from '../person/person-words.ts';
import { auditPath, breakGlassPath } from '../urls.ts';
import { ChildNumber } from './glass-table.tsx';

interface ReviewFormProps {
  readonly glass: BrokenGlassRowFragment;
  /** Told whether the form has faults, for the page's title. */
  readonly onFaults: (hasFaults: boolean) => void;
  /** Called once the review is recorded. */
  readonly onReviewed: () => void;
}

/** One broken glass, and the review that closes it. Whoever broke it is told that somebody else must review it. */
export function ReviewForm({ glass, onFaults, onReviewed }: ReviewFormProps) {
  const isOwn = useViewer().personId === glass.brokenBy.id;
  const [refusal, setRefusal] = useState(
    isOwn ? 'You broke this glass, so you cannot review it. Ask another manager to.' : undefined,
  );
  return (
    <>
      <h2 className="govuk-heading-m">Review of a broken glass</h2>
      <SummaryList
        rows={[
          { key: 'Who broke it', value: personWithRole(glass.brokenBy) },
          { key: 'Child', value: <ChildNumber glass={glass} /> },
          { key: 'When', value: `${formatInstant(glass.brokenAt)}, until ${formatInstant(glass.until)}` },
          { key: 'Their reason', value: glass.reason },
          {
            key: 'What they looked at',
            value: (
              <Link
                to={`${auditPath}${addressOfFilters({ person: glass.brokenBy.id, childNumber: glass.childLocalId })}`}
              >
                In the audit
              </Link>
            ),
          },
        ]}
      />
      {refusal ? (
        <div role="alert">
          <InsetText>{refusal}</InsetText>
        </div>
      ) : (
        <Finding glass={glass} onFaults={onFaults} onReviewed={onReviewed} onRefused={setRefusal} />
      )}
      <p className="govuk-body">
        <Link to={breakGlassPath}>Back to what waits</Link>
      </p>
    </>
  );
}

function Finding(props: ReviewFormProps & { readonly onRefused: (why: string) => void }) {
  const { glass, onFaults, onReviewed, onRefused } = props;
  const form = useForm();
  const review = useMutationOperation(ReviewBrokenGlassDocument);
  const hasFaults = form.faults.length > 0;
  useEffect(() => onFaults(hasFaults), [hasFaults, onFaults]);
  const send = async (data: FormData) => {
    const finding = readText(data, 'finding') as BreakGlassFinding | '';
    const note = readText(data, 'note');
    const faults = [];
    if (!finding) faults.push({ message: 'Say whether it was justified', fieldId: 'finding' });
    if (!note) faults.push({ message: 'Enter why, and what follows', fieldId: 'note' });
    if (faults.length > 0 || !finding) return faults;
    const { reviewBreakGlass: answer } = await review.run({ input: { id: glass.id, finding, note } });
    if (answer.__typename === 'ReviewBreakGlassSuccess') onReviewed();
    else onRefused(answer.message);
    return [];
  };
  return (
    <>
      <ErrorSummary faults={form.faults} />
      <form className="mainstay-page__narrow" onSubmit={(event) => form.submit(event, send)} noValidate>
        <Radios
          name="finding"
          label="Was it justified?"
          labelSize="m"
          error={form.errorOf('finding')}
          choices={[
            { value: 'JUSTIFIED', text: 'Yes', hint: 'There was cause, and what was looked at was needed.' },
            { value: 'NOT_JUSTIFIED', text: 'No', hint: 'There was no sufficient cause.' },
          ]}
        />
        <TextArea
          name="note"
          label="Why, and what follows"
          hint="A review is never changed afterwards. Leave out what the child’s record says."
          error={form.errorOf('note')}
        />
        <Button isDisabled={form.isSending}>Close the review</Button>
      </form>
    </>
  );
}
