import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { codeIn } from '../code.ts';
import { orHistoryFailure } from '../return-change/return-change.failure.ts';
import type { MissingIncidentRow } from './missing-incident.loader.ts';
import { recordMissing, type RecordMissingInput } from './missing-incident.service.ts';

export const missingIncidentResolvers = {
  Child: {
    missingIncidents: (child: ChildRow, _args: unknown, { loaders }: Context) => loaders.missingIncidents.load(child),
  },
  MissingIncident: {
    kind: ({ kind }: MissingIncidentRow) => codeIn('MISSING', kind),
  },
  Mutation: {
    recordMissing: (_root: unknown, { input }: { input: RecordMissingInput }, context: Context) =>
      orHistoryFailure(context, () => recordMissing(input, context)),
  },
};
