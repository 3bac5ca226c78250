import type { RecordPart } from '../generated/operations.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { useViewer } from '../session/session.tsx';
import { withheldReason, withheldTitle } from './withheld.ts';

/** Stands in the place of a part of a record that is not open to the viewer: says so, and why. */
export function WithheldPart({ part }: { readonly part: RecordPart }) {
  const { audience } = useViewer();
  return <EmptyState title={withheldTitle(part)}>{withheldReason(part, audience)}</EmptyState>;
}
