import { Link } from '../../components/link.tsx';
import { Tag } from '../../components/notices.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { formatCount } from '../../format/format.ts';
import { WorkerCaseloadDocument, type WorkerCaseloadQuery } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { fullName } from '../../children/child-summary.tsx';
import { useStaffPlace, workerPath } from '../staff-place.ts';
import type { WorkerHead } from '../worker/staff-section.ts';
import { formatLoad, limitInWords, needsInWords, stateInWords } from './caseload-words.ts';

type Caseload = NonNullable<NonNullable<WorkerCaseloadQuery['worker']>['caseload']>;

/** The children a worker leads today, by need and against the limit, and the way to what would follow if the worker left. */
export function CaseloadView({ head }: { readonly head: WorkerHead }) {
  const operation = useOperation(WorkerCaseloadDocument, { id: head.id });
  const place = useStaffPlace();
  return (
    <section aria-labelledby="caseload" className="mainstay-entries">
      <h2 className="govuk-heading-m" id="caseload">
        Caseload
      </h2>
      <Part what="Caseload" operation={operation} shape="text" count={3}>
        {({ worker }) =>
          worker?.caseload ? (
            <>
              <Figures caseload={worker.caseload} />
              <Children caseload={worker.caseload} childrenPath={place.childrenPath} />
              {worker.caseload.count > 0 && (
                <p className="govuk-body">
                  <Link to={`${workerPath(place, head.id)}/leaving`}>See who would take over if this worker left</Link>
                </p>
              )}
            </>
          ) : (
            <EmptyState title="You may not see whom this worker leads." />
          )
        }
      </Part>
    </section>
  );
}

function Figures({ caseload }: { readonly caseload: Caseload }) {
  const { count, weightedLoad, partlyKnown, byNeed, limit } = caseload;
  return (
    <SummaryList
      rows={[
        {
          key: 'Children',
          value: (
            <>
              {count} {limit && <Tag colour={stateInWords(limit.state).colour}>{stateInWords(limit.state).text}</Tag>}
            </>
          ),
        },
        { key: 'Limit', value: limitInWords(limit) },
        {
          key: 'Weighted by need',
          value:
            weightedLoad === null
              ? 'Not told: parts of records that tell of needs are withheld from you.'
              : `${formatLoad(weightedLoad)}${partlyKnown > 0 ? `, or more: needs of ${formatCount(partlyKnown, 'child', 'children')} are partly withheld` : ''}`,
        },
        ...(byNeed.length > 0
          ? [
              {
                key: 'By need',
                value: byNeed.map(({ group, children }) => `${needsInWords(group)}: ${children}`).join('; '),
              },
            ]
          : []),
      ]}
    />
  );
}

function Children({ caseload, childrenPath }: { readonly caseload: Caseload; readonly childrenPath: string }) {
  const { edges, totalCount } = caseload.children;
  if (edges.length === 0) return <EmptyState title="This worker leads no child today whom you may see." />;
  return (
    <>
      <h3 className="govuk-heading-s">{formatCount(totalCount, 'child', 'children')}</h3>
      <ul className="govuk-list mainstay-columns">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <Link to={`${childrenPath}/${encodeURIComponent(node.id)}`}>
              {fullName(node) ?? `Child ${node.localId}`}
            </Link>
          </li>
        ))}
      </ul>
      {totalCount > edges.length && <p className="govuk-body-s">The first {edges.length} are listed.</p>}
    </>
  );
}
