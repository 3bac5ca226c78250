import type { ReactNode } from 'react';
import {
  MovableOfAuthorityDocument,
  MovableOfPracticeDocument,
  type MovableStaffFragment,
} from '../../generated/operations.ts';
import { addDays } from '@mainstay/primitives';
import { useOperation } from '../../graph/use-operation.ts';
import { Part } from '../../page/part.tsx';
import { employersOf, movableOf, type Move } from './transfer-fields.ts';

type Worker = MovableStaffFragment['edges'][number]['node'];

/** What the list of those who can move needs. */
export interface MovableStaffProps {
  readonly move: Move;
  readonly children: (workers: readonly Worker[], from: string) => ReactNode;
  /** Where the next page begins, and those of the pages before it. */
  readonly after?: string | null;
  readonly before?: readonly Worker[];
}

/** Draws what is about everybody who can move: all of them, page after page. */
export function MovableStaff({ move, children, after = null, before = [] }: MovableStaffProps) {
  const { from } = employersOf(move);
  const employer = from.practice ?? from.la;
  const asked = { employer, on: addDays(move.on, -1), after };
  const ofAuthority = useOperation(MovableOfAuthorityDocument, asked, { isEnabled: from.practice === null });
  const ofPractice = useOperation(MovableOfPracticeDocument, asked, { isEnabled: from.practice !== null });
  return (
    <Part what="Who can move" operation={from.practice === null ? ofAuthority : ofPractice} shape="text" count={6}>
      {({ staff }) => {
        const workers = [...before, ...(staff?.workers.edges.map(({ node }) => node) ?? [])];
        const next = staff?.workers.pageInfo.hasNextPage ? staff.workers.pageInfo.endCursor : null;
        return next ? (
          <MovableStaff move={move} after={next} before={workers}>
            {children}
          </MovableStaff>
        ) : (
          children(movableOf(workers, employer, move.on), employer)
        );
      }}
    </Part>
  );
}
