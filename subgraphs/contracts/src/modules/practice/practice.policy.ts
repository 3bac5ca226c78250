import { isGlassOver, readsForAuthority, type Moment, type Viewer } from '@mainstay/subgraph-kit';
import type { PracticeRow } from './practice.entity.ts';

/**
 * Who may know of a practice: its own staff, and the authorities that have, had or have agreed a contract with it, their
 * inspectors included.
 */
export function canReadPractice(
  viewer: Viewer,
  practice: Pick<PracticeRow, 'id' | 'hostLaCodes'>,
  { today, now }: Moment,
): boolean {
  if (isGlassOver(viewer, now)) return false;
  if (viewer.audience !== 'practice') {
    return practice.hostLaCodes.some((laCode) => readsForAuthority(viewer, laCode, { scope: 'contracts', today }));
  }
  if (viewer.practiceId !== practice.id) return false;
  return viewer.breakGlass === null || practice.hostLaCodes.some((laCode) => viewer.laCodes.includes(laCode));
}
