import type { PlainDate } from '@mainstay/primitives';
import type { Measure } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { EmployerKind } from '../employment/employment.entity.ts';
import { requirePeriod, staffIndicatorsOf } from './staff-indicator.service.ts';

interface StaffMeasuresArguments {
  readonly indicators?: readonly string[] | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Resolvers of measures of staff. */
export const staffIndicatorResolvers = {
  LocalAuthority: { staffMeasures: staffMeasuresOf('local-authority') },
  Practice: { staffMeasures: staffMeasuresOf('practice') },
};

function staffMeasuresOf(employerKind: EmployerKind) {
  return async ({ id }: { id: string }, args: StaffMeasuresArguments, { loaders }: Context): Promise<Measure[]> => {
    const question = { employerKind, employerId: id, from: args.from, to: args.to };
    requirePeriod(question);
    const indicators = staffIndicatorsOf(args.indicators);
    return Promise.all(indicators.map((indicator) => loaders.staffMeasure.load({ indicator, question })));
  };
}
