import { systemClock, type Clock } from '@mainstay/primitives';
import { silentLogger, type Logger, type Touched } from '@mainstay/subgraph-kit';
import { startTestDatabase, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { entities, migrations } from '../../own-graph/index.ts';
import type { AuditActor, AuditEntry } from '../audit-entry.ts';
import { auditKeys } from '../audit-keys.ts';
import { AuditSealer } from '../audit-sealer.ts';
import { AuditVerifier, type AuditVerification } from '../audit-verifier.ts';
import { Audit } from '../audit.ts';

export const BIRMINGHAM = 'E08000025';
export const SANDWELL = 'E08000028';

/** An audit over a database of a test's own, sealed and verified when the test says so. */
export interface AuditWorld {
  readonly database: TestDatabase;
  readonly audit: Audit;
  readonly sealer: AuditSealer;
  readonly verifier: AuditVerifier;
  readonly headsDir: string;
  /** Writes one event for each set of touched records, one after the other, and seals them. */
  happened(...touched: Partial<Touched>[]): Promise<void>;
  /** Runs statements as the owner of the tables, who takes the triggers away first and puts them back. */
  tamper(...statements: string[]): Promise<void>;
  /** What a verification finds, as `kind sequence`. */
  found(laCode?: string): Promise<string[]>;
  verify(laCode?: string): Promise<AuditVerification>;
  close(): Promise<void>;
}

/** Makes one. */
export async function startAuditWorld(clock: Clock = systemClock, logger: Logger = silentLogger): Promise<AuditWorld> {
  const database = await startTestDatabase('gateway', { entities, migrations, clock });
  const headsDir = mkdtempSync(join(tmpdir(), 'mainstay-heads-'));
  const keys = auditKeys({ secret: 'the secret of the audit’s tests, long enough' });
  const audit = new Audit({ database, clock, logger, keys });
  const sealer = new AuditSealer({ database, clock, logger, keys, headsDir });
  const verifier = new AuditVerifier({ database, clock, keys, sealer, headsDir });
  const verify = (laCode: string = BIRMINGHAM) => verifier.verify(laCode);
  return {
    database,
    audit,
    sealer,
    verifier,
    headsDir,
    verify,
    happened: async (...all) => {
      for (const touched of all) await audit.record(anEntry({ touched: { ...nothing, ...touched } }));
      await sealer.sealNow();
    },
    tamper: async (...statements) => {
      const triggers = (what: string) => tables.map((table) => `ALTER TABLE ${table} ${what} TRIGGER refuse_changes`);
      await asOwner(database, [...triggers('DISABLE'), ...statements, ...triggers('ENABLE ALWAYS')]);
    },
    found: async (laCode) => {
      const { authorities } = await verify(laCode);
      return authorities.flatMap(({ findings }) => findings.map(({ kind, sequence }) => `${kind} ${sequence}`));
    },
    close: async () => {
      await audit.close();
      await database.close();
      rmSync(headsDir, { recursive: true, force: true });
    },
  };
}

/** Touched nothing. */
export const nothing: Touched = { records: [], listed: [], lists: [], changes: [] };

/** An analyst of Birmingham. */
export const analyst: AuditActor = {
  subject: 'demo:analyst',
  role: 'la-analyst',
  organisation: BIRMINGHAM,
  purpose: 'care',
  laCodes: [BIRMINGHAM],
  client: 'session',
  inspectionId: null,
  breakGlassId: null,
};

/** Something the analyst read. */
export function anEntry(parts: Partial<AuditEntry> = {}): AuditEntry {
  return { kind: 'READ', outcome: 'DONE', actor: analyst, operation: 'Children', requestId: 'request-1', ...parts };
}

const tables = ['audit_event', 'audit_event_seal', 'audit_event_head', 'audit_event_child'];

/** Runs statements as the owner of the tables. */
export async function asOwner(database: TestDatabase, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
