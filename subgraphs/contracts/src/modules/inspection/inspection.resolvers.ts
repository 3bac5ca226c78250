import type { Context } from '../../context.ts';
import type { LocalAuthorityRow } from '../local-authority/local-authority.entity.ts';
import type { InspectionRow } from './inspection.entity.ts';
import {
  closeInspection,
  openInspection,
  type DatesFault,
  type OpenInspectionInput,
  type OpenInspectionOutcome,
} from './inspection.service.ts';
import { inspectionStatus } from './inspection.status.ts';

/** Resolvers of inspections. */
export const inspectionResolvers = {
  Query: {
    inspection: (_: unknown, { id }: { id: string }, { loaders }: Context) => loaders.inspection.load(id),
  },
  Mutation: {
    openInspection: async (_: unknown, { input }: { input: OpenInspectionInput }, context: Context) =>
      toOpenInspectionResult(await openInspection(context, input)),
    closeInspection: (_: unknown, { input }: { input: { inspectionId: string } }, context: Context) =>
      closeInspection(context, input),
  },
  Inspection: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.inspection.load(id),
    localAuthority: ({ laCode }: InspectionRow, _: unknown, { loaders }: Context) =>
      loaders.localAuthority.load(laCode),
    from: ({ fromDay }: InspectionRow) => fromDay,
    to: ({ toDay }: InspectionRow) => toDay,
    inspectors: ({ inspectorIds }: InspectionRow) => inspectorIds.map((id) => ({ id })),
    openedBy: ({ openedBy }: InspectionRow) => ({ id: openedBy }),
    closedBy: ({ closedBy }: InspectionRow) => (closedBy === null ? null : { id: closedBy }),
    status: (inspection: InspectionRow, _: unknown, { moment }: Context) => inspectionStatus(inspection, moment.today),
  },
  LocalAuthority: {
    inspections: ({ laCode }: LocalAuthorityRow, _: unknown, { loaders }: Context) =>
      loaders.inspectionsOfAuthority.load(laCode),
  },
};

const MESSAGES: Readonly<Record<DatesFault, string>> = {
  'ends-before-it-begins': 'The inspection ends before it begins. Give a last day that is not before the first.',
  past: 'The days of the inspection are past. Give a last day that is today or later.',
  'too-long': 'The inspection takes more than 12 weeks. Give days that are at most 12 weeks.',
};

function toOpenInspectionResult(outcome: OpenInspectionOutcome): object {
  if (outcome.kind === 'opened') return { __typename: 'OpenInspectionSuccess', inspection: outcome.inspection };
  return { __typename: 'InspectionDatesError', message: MESSAGES[outcome.kind] };
}
