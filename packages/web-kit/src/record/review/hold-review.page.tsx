import { useState } from 'react';
import { HoldReviewDocument } from '../../generated/operations.ts';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { useNavigate, useParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import type { Entry } from '../entries/entry-kind.ts';
import { WithEntry } from '../entries/record-entry.page.tsx';
import { RecordForm } from '../form/record-form.tsx';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import { heldFields, heldInitial } from './review-fields.ts';
import { asMeeting, mayHold, meetingKind, reviewSection, type ReviewsSubject } from './review-section.tsx';

/** Records that the review that the address names was held, or one that nobody prepared; or corrects the record. */
export function HoldReviewPage({ childrenPath }: { readonly childrenPath: string }) {
  const { entryId } = useParams();
  const { role } = useViewer();
  const [hasErrors, setHasErrors] = useState(false);
  const { path, part } = reviewSection;
  return (
    <RecordPage
      childrenPath={childrenPath}
      section={path}
      title="Record a review that was held"
      part={part}
      isForm
      hasErrors={hasErrors}
    >
      {(head) =>
        mayHold(role) ? (
          <WithEntry head={head} section={reviewSection} kind={meetingKind} entryId={entryId}>
            {(subject, entry) => (
              <HoldForm
                {...{ head, subject, entry }}
                base={`${childrenPath}/${head.id}/${path}`}
                onFaults={setHasErrors}
              />
            )}
          </WithEntry>
        ) : (
          <EmptyState title="The child’s Independent Reviewing Officer records this, or a manager of the authority." />
        )
      }
    </RecordPage>
  );
}

function HoldForm(props: {
  readonly head: RecordHead;
  readonly subject: ReviewsSubject;
  readonly entry: Entry | undefined;
  readonly base: string;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { head, subject, base, onFaults } = props;
  const { role } = useViewer();
  const navigate = useNavigate();
  const hold = useMutationOperation(HoldReviewDocument);
  const [entry] = useState(props.entry);
  const meeting = entry && asMeeting(entry);
  const isCorrection = meeting?.status === 'HELD';
  const [version, setVersion] = useState(entry?.recorded.version);
  return (
    <RecordForm
      fields={heldFields({
        dateOfBirth: head.dateOfBirth,
        entry: meeting,
        chairs: role === 'la-iro' ? null : chairsOf(subject, meeting?.chairedBy ?? null),
      })}
      initial={heldInitial(meeting)}
      correcting={isCorrection && entry ? { id: entry.id, version: entry.recorded.version } : undefined}
      send={async (answers) => {
        const held =
          entry && !isCorrection ? { correcting: { id: entry.id, version, reason: 'The review was held.' } } : {};
        const { result } = await hold.run({ input: { ...answers, ...held, childId: head.id } as never });
        if ('recorded' in result && result.recorded) setVersion(result.recorded.version);
        return result;
      }}
      onDone={() => navigate(base)}
      onFaults={onFaults}
      submit="Save the record of the review"
      cancelTo={base}
    />
  );
}

function chairsOf({ child }: ReviewsSubject, chair: { readonly id: string; readonly name: string | null } | null) {
  const people = [child.independentReviewingOfficer, chair].flatMap((person) => (person ? [person] : []));
  const unique = new Map(people.map(({ id, name }) => [id, name ?? 'The child’s IRO']));
  return [...unique].map(([value, text]) => ({ value, text }));
}
