import { formatDate } from '../../format/format.ts';
import { ChildOnOnePageDocument, type ChildOnOnePageQuery } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { RecordPage } from '../record-page.tsx';

type Summary = NonNullable<NonNullable<ChildOnOnePageQuery['child']>['summary']>;
type Item = Summary['sections'][number]['items'][number];

/** What one needs to know before knocking at the door, on one page that prints. */
export function SummaryPage({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <RecordPage childrenPath={childrenPath} section="" title="Summary" part={null}>
      {(child) => <OnePage id={child.id} />}
    </RecordPage>
  );
}

function OnePage({ id }: { readonly id: string }) {
  const operation = useOperation(ChildOnOnePageDocument, { id });
  return (
    <Part what="The summary" operation={operation} shape="text" count={12}>
      {({ child }) =>
        child?.summary ? (
          <>
            <p className="govuk-body">
              As at {formatDate(child.summary.asAt)}, from what is already on record. What is missing says so.
            </p>
            {child.summary.sections.map(({ kind, title, items }) => (
              <section key={kind} className="mainstay-summary__section" aria-labelledby={`summary-${kind}`}>
                <h2 className="govuk-heading-m" id={`summary-${kind}`}>
                  {title}
                </h2>
                <dl className="govuk-summary-list">
                  {items.map((item, index) => (
                    // Lines have no identity of their own, and several can be about the same thing.
                    <div className="govuk-summary-list__row" key={`${item.label} ${index}`}>
                      <dt className="govuk-summary-list__key">{item.label}</dt>
                      <dd className="govuk-summary-list__value">
                        <ItemWords item={item} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </>
        ) : (
          <EmptyState title="The summary is not open to you." />
        )
      }
    </Part>
  );
}

function ItemWords({ item }: { readonly item: Item }) {
  const { text, missing, source, asAt, worker, person } = item;
  if (text === null && missing !== null) return <span className="mainstay-missing">{missing}</span>;
  const who = worker ? (worker.name ? `${worker.name} (${worker.id})` : worker.id) : (person?.name ?? null);
  return (
    <>
      <span className="mainstay-words">{[who, text].filter(Boolean).join(': ')}</span>
      {(source ?? asAt) && (
        <span className="mainstay-source">{[source?.title, asAt && formatDate(asAt)].filter(Boolean).join(', ')}</span>
      )}
    </>
  );
}
