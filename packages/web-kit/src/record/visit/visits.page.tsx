import { Button } from '../../components/button.tsx';
import { Link } from '../../components/link.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { formatDate } from '../../format/format.ts';
import { ChildVisitsDocument, type VisitEntryFragment } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { notKnownChoices } from '../form/record-field.ts';
import { useMayRecord } from '../may-record.ts';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import { RecordedBy } from '../recorded-by.tsx';
import { visitPurposes } from './visit-fields.ts';

/** The visits to a child, newest first. */
export function VisitsPage({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <RecordPage childrenPath={childrenPath} section="visits" title="Visits" part="VISITS">
      {(child) => <Visits child={child} base={`${childrenPath}/${child.id}/visits`} />}
    </RecordPage>
  );
}

function Visits({ child, base }: { readonly child: RecordHead; readonly base: string }) {
  const mayRecord = useMayRecord(child, 'VISITS');
  const operation = useOperation(ChildVisitsDocument, { id: child.id });
  return (
    <>
      {mayRecord && <Button to={`${base}/new`}>Record a visit</Button>}
      <Part what="Visits" operation={operation} shape="text" count={6}>
        {({ child: found }) =>
          found && found.visits.length > 0 ? (
            found.visits.map((visit) => (
              <Visit key={visit.id} visit={visit} changeTo={mayRecord ? `${base}/${visit.id}/change` : null} />
            ))
          ) : (
            <EmptyState title="No visits are on record.">
              {mayRecord ? 'Record a visit as soon as you have made it: it takes less than a minute.' : null}
            </EmptyState>
          )
        }
      </Part>
    </>
  );
}

function Visit({ visit, changeTo }: { readonly visit: VisitEntryFragment; readonly changeTo: string | null }) {
  const purpose = visitPurposes.find(({ value }) => value === visit.purpose)?.text ?? visit.purpose;
  return (
    <section aria-labelledby={visit.id}>
      <h2 className="govuk-heading-s" id={visit.id}>
        {formatDate(visit.visitedOn)}: {visit.isSeen ? purpose : `${purpose}, child not seen`}
      </h2>
      <SummaryList
        rows={[
          { key: 'By', value: visit.worker ? (visit.worker.name ?? visit.worker.id) : 'Not recorded' },
          ...(visit.isSeen
            ? [{ key: 'Spoken to alone', value: aloneInWords(visit) }]
            : [{ key: 'Why not seen', value: visit.notSeenReason ?? '' }]),
          { key: 'Where', value: visit.isAtPlacement ? 'Where the child lives' : 'Elsewhere' },
          { key: 'Time', value: visit.minutes === null ? notKnown(visit.minutesNotKnown) : `${visit.minutes} minutes` },
          { key: 'Note', value: <span className="mainstay-words">{visit.note}</span> },
        ]}
      />
      <RecordedBy recorded={visit.recorded} />
      {changeTo && (
        <p className="govuk-body-s">
          <Link to={changeTo}>
            Change<span className="govuk-visually-hidden"> the visit of {formatDate(visit.visitedOn)}</span>
          </Link>
        </p>
      )}
    </section>
  );
}

function aloneInWords({ seenAlone, notAloneReason }: VisitEntryFragment): string {
  if (!seenAlone) return 'Not applicable';
  if (seenAlone.value === null) return notKnown(seenAlone.notKnown);
  return seenAlone.value ? 'Yes' : `No: ${notAloneReason ?? 'no reason recorded'}`;
}

function notKnown(reason: string | null): string {
  const found = notKnownChoices.find(({ value }) => value === reason);
  return found ? `Not known: ${found.text.toLowerCase()}` : 'Not known';
}
