import type { Context } from '../../context.ts';
import type { FaultOfYear } from '../../history/check-life.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { ruleCalled } from '../import-903/import-903.resolvers.ts';
import type { ReturnChangeRow } from './return-change.loader.ts';

export const returnChangeResolvers = {
  Child: {
    returnChanges: (child: ChildRow, _args: unknown, { loaders }: Context) => loaders.returnChanges.load(child),
  },
  ReturnChange: {
    at: ({ recordedAt }: ReturnChangeRow) => recordedAt,
    by: ({ recordedBy }: ReturnChangeRow) => ({ id: recordedBy }),
  },
  RecordWarning: {
    rule: ({ fault }: FaultOfYear) => ruleCalled(fault.ruleCode, fault.message),
    message: ({ fault }: FaultOfYear) => fault.message,
    whatToDo: ({ fault }: FaultOfYear) => fault.whatToDo,
    table: ({ fault }: FaultOfYear) => fault.table,
    fields: ({ fault }: FaultOfYear) => fault.fields,
    collectionYear: ({ year }: FaultOfYear) => year,
  },
};
