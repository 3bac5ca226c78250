import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import {
  chronologyOf,
  type ChronologyConnection,
  type ChronologyEntry,
  type ChronologyWanted,
} from './chronology.service.ts';

/** A child's chronology, between the graph and the domain. */
export const chronologyResolvers = {
  Child: {
    chronology: (child: ChildRow, wanted: ChronologyWanted, context: Context) => chronologyOf(child, wanted, context),
  },
  ChronologyConnection: {
    totalCount: (connection: ChronologyConnection) => connection.countAll(),
  },
  ChronologyEntry: {
    id: ({ id, source }: ChronologyEntry) => `${id}:${source.name}`,
    kind: ({ source }: ChronologyEntry) => source.kind,
    title: ({ source, about }: ChronologyEntry) => source.title(about),
    detail: ({ source, about }: ChronologyEntry) => source.detail?.(about) ?? null,
    part: ({ source }: ChronologyEntry) => source.part,
    sourceId: ({ id }: ChronologyEntry) => id,
    origin: ({ source }: ChronologyEntry) => source.origin,
    worker: ({ about }: ChronologyEntry) => (typeof about['worker'] === 'string' ? { id: about['worker'] } : null),
    correctedVersion: (entry: ChronologyEntry) => (isCorrected(entry) ? entry.version : null),
    correctedAt: (entry: ChronologyEntry) => (isCorrected(entry) ? entry.recordedAt : null),
    correctedBecause: (entry: ChronologyEntry) => (isCorrected(entry) ? entry.reason : null),
  },
};

function isCorrected({ version }: ChronologyEntry): boolean {
  return version !== null && version > 1;
}
