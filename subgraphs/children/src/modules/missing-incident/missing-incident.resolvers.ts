import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { codeIn } from '../code.ts';
import type { MissingIncidentRow } from './missing-incident.loader.ts';

export const missingIncidentResolvers = {
  Child: {
    missingIncidents: (child: ChildRow, _args: unknown, { loaders }: Context) => loaders.missingIncidents.load(child),
  },
  MissingIncident: {
    kind: ({ kind }: MissingIncidentRow) => codeIn('MISSING', kind),
  },
};
