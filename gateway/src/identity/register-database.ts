import type { Database, Logger } from '@mainstay/subgraph-kit';
import { AuditUnavailableError } from '../audit/audit-unavailable-error.ts';

/** What the registers of sessions, machines and people ask of the gateway's database. */
export type RegisterDatabase = Pick<Database, 'service'>;

/**
 * The database as the registers ask it. They live where the audit does: when it does not answer, nobody is let in and
 * nothing could be written down, so whatever it fails with is an AuditUnavailableError, and the log has the cause.
 */
export function registerDatabase(database: Database, logger: Logger): RegisterDatabase {
  return {
    service: async (work, options) => {
      try {
        return await database.service(work, options);
      } catch (cause) {
        const refusal = new AuditUnavailableError({ cause });
        logger.error('registers do not answer', { reference: refusal.reference, error: cause });
        throw refusal;
      }
    },
  };
}
