import type { Viewer } from '@mainstay/subgraph-kit';
import type { MisuseSignalRow } from './misuse-signal.entity.ts';

/** Who reads and decides the signals of an authority: its managers. */
export function canReadSignalsOf(viewer: Viewer, laCode: string): boolean {
  return viewer.role === 'la-manager' && viewer.breakGlass === null && viewer.laCodes.includes(laCode);
}

/** Nobody reads a signal about themselves, nor one about a child whose record is restricted to others. */
export function canReadSignal(
  viewer: Viewer,
  { laCode, subject, childId }: Pick<MisuseSignalRow, 'laCode' | 'subject' | 'childId'>,
): boolean {
  if (!canReadSignalsOf(viewer, laCode) || subject === viewer.subject) return false;
  return childId === null || !viewer.hiddenChildIds.includes(childId);
}
