import type { Context } from '../../context.ts';
import type { ImportQueue } from './import-903.queue.ts';

/** What resolvers of imports are given besides what every resolver is. */
export interface ImportContext extends Context {
  readonly imports: ImportQueue;
}
