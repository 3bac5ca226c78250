import type { PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { readsForAuthority } from '../../viewer-access.ts';
import type { PracticeRow } from './practice.entity.ts';

/**
 * Who may know of a practice: its own staff, and the authorities that have, had or have agreed a contract with it, their
 * inspectors included.
 */
export function canReadPractice(
  viewer: Viewer,
  practice: Pick<PracticeRow, 'id' | 'hostLaCodes'>,
  today: PlainDate,
): boolean {
  if (viewer.audience === 'practice') return viewer.practiceId === practice.id;
  return practice.hostLaCodes.some((laCode) => readsForAuthority(viewer, laCode, today));
}
