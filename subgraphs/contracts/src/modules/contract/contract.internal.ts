import { isPlainDate } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, type Database, type Internal } from '@mainstay/subgraph-kit';
import type { Clock } from '@mainstay/primitives';
import { canReadContract } from './contract.policy.ts';
import { findContractsOfPractices } from './contract.repository.ts';

/** How many children a contract that runs on a day is for. */
export interface AgreedCapacity {
  readonly practiceId: string;
  readonly laCode: string;
  readonly agreedChildren: number;
  /** How far above or below it the number may be. */
  readonly tolerance: number;
}

/**
 * Internal route `agreed-capacities`: what the contracts of the practices `practiceIds`, a comma between two, say of how many
 * children they are for, of those that run on the day `on` and that the viewer may read.
 *
 * @throws ForbiddenError unless it is asked for a viewer; BadInputError when `on` is no day.
 */
export function agreedCapacitiesRoute(database: Database, clock: Clock): Internal {
  return async ({ caller, params }): Promise<AgreedCapacity[]> => {
    if (caller.kind !== 'viewer') throw new ForbiddenError('This is asked for a viewer.');
    const { viewer } = caller;
    const { on = '', practiceIds = '' } = params;
    if (!isPlainDate(on)) throw new BadInputError('The parameter `on` is a day, YYYY-MM-DD.');
    const moment = { today: clock.today(), now: clock.now() };
    const found = await database.read(viewer, (db) => findContractsOfPractices(db, practiceIds.split(',')));
    return found
      .filter((contract) => canReadContract(viewer, contract, moment))
      .filter(({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || endsOn >= on))
      .map((contract) => ({
        practiceId: contract.practiceId,
        laCode: contract.laCode,
        agreedChildren: contract.agreedChildren,
        tolerance: contract.agreedChildrenTolerance,
      }));
  };
}
