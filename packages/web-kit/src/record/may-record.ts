import type { RecordPart } from '../generated/operations.ts';
import { useGlass } from '../graph/glass.tsx';
import { useViewer } from '../session/session.tsx';
import type { RecordHead } from './record-page.tsx';

const RECORDERS = ['la-worker', 'la-manager', 'swp-worker', 'swp-manager'];

/** Whether the viewer may record in this part of the child's record; the platform decides again when something is sent. */
export function useMayRecord(
  child: Pick<RecordHead, 'withheldParts'>,
  part: RecordPart,
  alsoRecordedBy: readonly string[] = [],
): boolean {
  const { role } = useViewer();
  const glass = useGlass();
  return glass === null && [...RECORDERS, ...alsoRecordedBy].includes(role) && !child.withheldParts.includes(part);
}
