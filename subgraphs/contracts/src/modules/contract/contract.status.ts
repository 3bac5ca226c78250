import type { PlainDate } from '@mainstay/primitives';
import type { Moment } from '@mainstay/subgraph-kit';
import type { ContractRow } from './contract.entity.ts';

/** Where a contract stands; the values of the GraphQL enum `ContractStatus`. */
export type ContractStatus = 'AGREED' | 'LIVE' | 'ENDED';

/** What of a contract says where it stands. */
export type ContractTerm = Pick<ContractRow, 'startsOn' | 'endsOn' | 'endedAt'>;

/** Where the contract stands now. Its first and last day belong to it, unless it was ended with immediate effect. */
export function contractStatus(contract: ContractTerm, { today, now }: Moment): ContractStatus {
  if (contract.endedAt !== null) return contract.endedAt <= now ? 'ENDED' : 'LIVE';
  if (today < contract.startsOn) return 'AGREED';
  return isOn(contract, today) ? 'LIVE' : 'ENDED';
}

function isOn({ startsOn, endsOn }: ContractTerm, day: PlainDate): boolean {
  return startsOn <= day && (endsOn === null || day <= endsOn);
}
