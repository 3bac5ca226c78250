import type { PlainDate } from '@mainstay/primitives';
import { UnavailableError } from '@mainstay/subgraph-kit';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { RegistrationKnown } from '../caseload/caseload.sources.ts';

const REFUSED: Readonly<Record<Exclude<RegistrationKnown['status'], 'REGISTERED'>, string>> = {
  LAPSED: 'has lapsed',
  SUSPENDED: 'is suspended',
  REMOVED: 'was removed from the register',
};

/**
 * Nobody whose registration with the regulator has lapsed, is suspended or was removed becomes a child's lead professional:
 * neither on the first day nor today. The workforce says so. Workers of whom it has no record pass, as returns name people
 * whom the authority never recorded. When the workforce does not answer, what happens to a child is recorded all the same:
 * `unregisteredLeads` tells of it afterwards.
 *
 * @throws RecordFault on the field that names the worker.
 */
export async function requireRegistered(
  { sources, clock }: Pick<Context, 'sources' | 'clock'>,
  field: string,
  asked: { readonly laCode: string; readonly workerId: string; readonly from: PlainDate },
): Promise<void> {
  const { laCode, workerId, from } = asked;
  for (const on of new Set([from, clock.today()])) {
    const [known] = await sources.findRegistrations({ laCode, workerIds: [workerId], on }).catch(notNow);
    if (known && known.status !== 'REGISTERED') {
      throw new RecordFault(
        field,
        `The worker’s registration ${REFUSED[known.status]}. Choose another worker, or have the registration recorded first.`,
      );
    }
  }
}

function notNow(error: unknown): readonly RegistrationKnown[] {
  if (error instanceof UnavailableError) return [];
  throw error;
}
