import type { ReactNode } from 'react';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import type { RecordHead } from '../record-page.tsx';
import { isFound, type EntrySection, type WithChild } from './entry-kind.ts';

/** Draws what is about a section of a child as it is now. */
export function WithSubject<Subject extends WithChild>(props: {
  readonly head: RecordHead;
  readonly section: Pick<EntrySection<Subject>, 'query'>;
  readonly children: (subject: Subject) => ReactNode;
}) {
  const { head, section, children } = props;
  const operation = useOperation(section.query, { id: head.id, knownAt: null });
  return (
    <Part what="The form" operation={operation} shape="text" count={4}>
      {(answer) =>
        isFound<Subject>(answer) ? children(answer) : <EmptyState title="There is no such child that you may see." />
      }
    </Part>
  );
}
