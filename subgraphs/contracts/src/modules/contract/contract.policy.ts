import { isGlassOver, readsForAuthority, type Moment, type Viewer } from '@mainstay/subgraph-kit';
import type { ContractRow } from './contract.entity.ts';

/**
 * Who may read a contract: its two parties, whether it runs or not, and the authority's inspectors. Somebody under a broken
 * glass reads those that the child's allocations may name.
 */
export function canReadContract(
  viewer: Viewer,
  contract: Pick<ContractRow, 'laCode' | 'practiceId'>,
  { today, now }: Moment,
): boolean {
  if (isGlassOver(viewer, now)) return false;
  if (viewer.audience !== 'practice') return readsForAuthority(viewer, contract.laCode, { scope: 'contracts', today });
  return (
    viewer.practiceId === contract.practiceId &&
    (viewer.breakGlass === null || viewer.laCodes.includes(contract.laCode))
  );
}

/** Who may allocate an authority's children, and end its allocations and contracts: its commissioners and managers. */
export function canCommission(viewer: Viewer, laCode: string): boolean {
  const commissions = viewer.role === 'la-commissioner' || viewer.role === 'la-manager';
  return commissions && viewer.audience === 'la' && viewer.breakGlass === null && viewer.laCodes.includes(laCode);
}
