import type { ReactNode } from 'react';
import { Breadcrumbs } from '../../components/wayfinding.tsx';
import { WorkerHeadDocument } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Page } from '../../page/page.tsx';
import { Part } from '../../page/part.tsx';
import { LeftNotice } from '../../record/form/left-notice.tsx';
import { useParams } from '../../routing/router.tsx';
import { useStaffPlace, workerPath } from '../staff-place.ts';
import type { WorkerHead } from './staff-section.ts';

/** A page about one worker. Its address and title say the regulator's number, never a name. */
export function WorkerFrame(props: {
  /** The page's title without the worker: `Record a supervision`; left out on the worker's own page. */
  readonly title?: string;
  readonly hasErrors?: boolean;
  readonly children: (worker: WorkerHead) => ReactNode;
}) {
  const { title, hasErrors = false, children } = props;
  const { workerId = '' } = useParams();
  const place = useStaffPlace();
  const operation = useOperation(WorkerHeadDocument, { id: workerId }, { keepPrevious: true });
  const worker = operation.data?.worker;
  const crumbs = [{ text: place.title, to: place.staffPath }];
  if (title !== undefined) crumbs.push({ text: `Worker ${workerId}`, to: workerPath(place, workerId) });
  return (
    <Page
      title={title === undefined ? `Worker ${workerId}` : `${title}: worker ${workerId}`}
      caption={worker?.name ?? undefined}
      hasErrors={hasErrors}
      before={<Breadcrumbs crumbs={crumbs} />}
    >
      <Part what="The worker" operation={operation} shape="text" count={4}>
        {(data) =>
          data.worker ? (
            <>
              {title === undefined && <LeftNotice />}
              {children(data.worker)}
            </>
          ) : (
            <EmptyState title="There is no such worker whose posts you may see." />
          )
        }
      </Part>
    </Page>
  );
}
