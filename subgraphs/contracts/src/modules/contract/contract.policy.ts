import type { PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { readsForAuthority } from '../../viewer-access.ts';
import type { ContractRow } from './contract.entity.ts';

/** Who may read a contract: its two parties, whether it runs or not, and the authority's inspectors. */
export function canReadContract(
  viewer: Viewer,
  contract: Pick<ContractRow, 'laCode' | 'practiceId'>,
  today: PlainDate,
): boolean {
  if (viewer.audience === 'practice') return viewer.practiceId === contract.practiceId;
  return readsForAuthority(viewer, contract.laCode, today);
}
