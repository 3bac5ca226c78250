import { Button } from '../../components/button.tsx';
import { Link } from '../../components/link.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { formatDate } from '../../format/format.ts';
import { ChildAllocationsDocument, type ChildAllocationsQuery } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import { endReasons, ruleInWords } from './allocation-words.ts';
import { useMayAllocate } from './may-allocate.ts';

/** One of a child's allocations. */
export type ChildAllocation = NonNullable<ChildAllocationsQuery['child']>['allocations'][number];

/** The practices that were and are responsible for a child, and what was heard and judged before. */
export function AllocationsPage({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <RecordPage childrenPath={childrenPath} section="practice" title="Practice" part="ALLOCATIONS">
      {(child) => <Allocations child={child} base={`${childrenPath}/${child.id}/practice`} />}
    </RecordPage>
  );
}

function Allocations({ child, base }: { readonly child: RecordHead; readonly base: string }) {
  const mayAllocate = useMayAllocate();
  const operation = useOperation(ChildAllocationsDocument, { id: child.id });
  return (
    <Part what="The practices" operation={operation} shape="text" count={6}>
      {(data) => {
        const allocations = data.child?.allocations ?? [];
        const isAllocated = allocations.some(({ endedOn }) => endedOn === null);
        return (
          <>
            {mayAllocate && !isAllocated && <Button to={`${base}/new`}>Allocate to a practice</Button>}
            {allocations.length === 0 && (
              <EmptyState title="The child is with no practice.">The authority itself is responsible.</EmptyState>
            )}
            {allocations.map((allocation) => (
              <Allocation
                key={allocation.id}
                allocation={allocation}
                endTo={mayAllocate && allocation.endedOn === null ? `${base}/${allocation.id}/end` : null}
              />
            ))}
          </>
        );
      }}
    </Part>
  );
}

function Allocation({ allocation, endTo }: { readonly allocation: ChildAllocation; readonly endTo: string | null }) {
  const { id, contract, startedOn, endedOn, endReason, expectedEnd, grounds } = allocation;
  const reason = endReasons.find(({ value }) => value === endReason)?.text;
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        {contract.practice.name}
      </h2>
      <SummaryList
        rows={[
          { key: 'From', value: formatDate(startedOn) },
          { key: 'To', value: endedOn ? `${formatDate(endedOn)}${reason ? `: ${reason}` : ''}` : 'Still so' },
          ...(expectedEnd && !endedOn
            ? [
                {
                  key: 'Expected to end',
                  value: `${expectedEnd.on ? formatDate(expectedEnd.on) : 'No day is known'}: ${ruleInWords(expectedEnd.rule)}`,
                },
              ]
            : []),
          ...(grounds
            ? [
                { key: 'The child’s views', value: viewsInWords(grounds.childsViews) },
                { key: 'The birth parents’ views', value: viewsInWords(grounds.parentsViews) },
                ...(grounds.judgement ? [{ key: 'Why it was time', value: grounds.judgement }] : []),
              ]
            : []),
        ]}
      />
      {endTo && (
        <p className="govuk-body">
          <Link to={endTo}>End this allocation</Link>
        </p>
      )}
    </section>
  );
}

function viewsInWords(views: { readonly said: string | null; readonly notKnownBecause: string | null }): string {
  return views.said ?? `Not known: ${views.notKnownBecause ?? 'no reason recorded'}`;
}
