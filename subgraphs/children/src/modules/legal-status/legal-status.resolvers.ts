import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { codeIn } from '../code.ts';
import type { LegalStatusRow } from './legal-status.loader.ts';

export const legalStatusResolvers = {
  Child: {
    legalStatuses: (child: ChildRow, _args: unknown, { loaders }: Context) => loaders.legalStatuses.load(child.id),
  },
  LegalStatusPeriod: {
    legalStatus: (held: LegalStatusRow) => codeIn('LS', held.legalStatus),
  },
};
