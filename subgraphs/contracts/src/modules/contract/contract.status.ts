import type { PlainDate } from '@mainstay/primitives';
import type { ContractRow } from './contract.entity.ts';

/** Where a contract stands on a day; the values of the GraphQL enum `ContractStatus`. */
export type ContractStatus = 'AGREED' | 'LIVE' | 'ENDED';

/** Where the contract stands on `today`. Its first and last day both belong to it. */
export function contractStatus(contract: Pick<ContractRow, 'startsOn' | 'endsOn'>, today: PlainDate): ContractStatus {
  if (today < contract.startsOn) return 'AGREED';
  return contract.endsOn !== null && contract.endsOn < today ? 'ENDED' : 'LIVE';
}
