import { oneByKey, type Db, type Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { MisuseSignalRow } from './misuse-signal.entity.ts';
import { canReadSignal } from './misuse-signal.policy.ts';
import { findSignalsById } from './misuse-signal.repository.ts';

/** Signals by id; null for those the viewer may not read. */
export function createMisuseSignalLoader(db: Db, viewer: Viewer): DataLoader<string, MisuseSignalRow | null> {
  return oneByKey(
    async (ids) => (await findSignalsById(db, ids)).filter((signal) => canReadSignal(viewer, signal)),
    ({ id }) => id,
  );
}
