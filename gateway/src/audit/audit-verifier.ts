import type { Clock } from '@mainstay/primitives';
import type { Database } from '@mainstay/subgraph-kit';
import { authoritiesWithHeads, type AuditHead } from './audit-head.ts';
import type { AuditKeys } from './audit-keys.ts';
import type { AuditSealer } from './audit-sealer.ts';
import { Findings, type Finding } from './chain-findings.ts';
import { verifyChain, type VerifiedChain } from './chain-verifier.ts';
import { findMissing, findUnguarded } from './guard-verifier.ts';
import { compareHeads, compareHeadsKept, compareHeadsStored } from './head-verifier.ts';

/** What a verification found of one authority's audit. */
export interface AuthorityVerification {
  /** The authority's ONS code, or `platform`. */
  readonly la: string;
  readonly isIntact: boolean;
  /** Events in the chain. */
  readonly sealed: number;
  /** The last place in the chain; 0 for an empty one. */
  readonly sequence: number;
  /** The hash there. */
  readonly hash: string | null;
  /** How many things were found wrong; the first hundred are in `findings`. */
  readonly faults: number;
  readonly findings: readonly Finding[];
}

/** What a verification found. */
export interface AuditVerification {
  readonly isIntact: boolean;
  readonly verifiedAt: string;
  /** The public key that heads are signed with now: 32 bytes of Ed25519 in base64url. */
  readonly publicKey: string;
  readonly authorities: readonly AuthorityVerification[];
}

/** What a verifier works with. */
export interface VerifierOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: AuditKeys;
  readonly sealer: AuditSealer;
  /** Where heads are kept outside the database; null for nowhere. */
  readonly headsDir: string | null;
}

/** Finds edits, removals, changes of order and ends cut off in the audit. */
export class AuditVerifier {
  readonly #o: VerifierOptions;

  constructor(options: VerifierOptions) {
    this.#o = options;
  }

  /** Verifies the chains of one authority, or of all and the platform's own. The result is kept. */
  async verify(laCode: string | null): Promise<AuditVerification> {
    const { database, clock, keys, sealer } = this.#o;
    await sealer.sealNow();
    const missing = new Findings();
    if (await database.service((db) => findMissing(db, missing))) {
      const authorities = [verificationOf(laCode ?? '', { sealed: 0, end: null, findings: missing })];
      return { isIntact: false, verifiedAt: clock.now().toISOString(), publicKey: keys.publicKey, authorities };
    }
    const codes = laCode === null ? await this.#allCodes() : [laCode];
    const authorities: AuthorityVerification[] = [];
    for (const code of codes) authorities.push(await this.#verifyOne(code, code === codes[0]));
    const now = clock.now();
    await this.#keep(authorities, now);
    const isIntact = authorities.every((authority) => authority.isIntact);
    return { isIntact, verifiedAt: now.toISOString(), publicKey: keys.publicKey, authorities };
  }

  /** Compares heads that were kept elsewhere with an authority's chain as it is now. */
  async compare(laCode: string, heads: readonly AuditHead[]): Promise<readonly Finding[]> {
    const { database, keys } = this.#o;
    const findings = new Findings();
    await compareHeads({ database, keys, laCode, findings, signedUpTo: new Map() }, heads, 'the folder given');
    return findings.told;
  }

  async #verifyOne(laCode: string, withGuards: boolean): Promise<AuthorityVerification> {
    const { database, clock, keys, headsDir, sealer } = this.#o;
    const ofHeads = new Findings();
    const signedUpTo = new Map<string, number>();
    const comparison = { database, keys, laCode, findings: ofHeads, signedUpTo };
    await compareHeadsStored(comparison);
    if (headsDir !== null) {
      await compareHeadsKept(comparison, { folder: headsDir, kept: sealer.lastKept(laCode || 'platform') });
    }
    const chain = await verifyChain(database, { laCode, keys, now: clock.now(), signedUpTo });
    chain.findings.addAll(ofHeads);
    if (withGuards) await database.service((db) => findUnguarded(db, chain.findings));
    return verificationOf(laCode, chain);
  }

  /** Every authority that the events, the seals, the heads or the files of heads know. */
  async #allCodes(): Promise<string[]> {
    const { database, headsDir } = this.#o;
    const rows = await database.service((db) =>
      db.query<{ code: string }>(
        `SELECT la_code AS code FROM audit_event UNION SELECT la_code FROM audit_event_seal
         UNION SELECT la_code FROM audit_event_head UNION SELECT la_code FROM audit_event_child`,
      ),
    );
    // A folder that cannot be read is told with each authority.
    const kept = headsDir === null ? [] : await authoritiesWithHeads(headsDir).catch(() => []);
    const codes = new Set(['', ...rows.map(({ code }) => code), ...kept.map((la) => (la === 'platform' ? '' : la))]);
    return [...codes].toSorted();
  }

  async #keep(authorities: readonly AuthorityVerification[], at: Date): Promise<void> {
    const rows = authorities.map(({ la, isIntact, sequence, findings }) => ({
      laCode: la === 'platform' ? '' : la,
      isIntact,
      sequence,
      findings,
    }));
    await this.#o.database.service((db) =>
      db.query(
        `INSERT INTO audit_event_verification (la_code, at, is_intact, sequence, findings)
         SELECT "laCode", $2::timestamptz, "isIntact", sequence, findings
         FROM json_to_recordset($1::json)
           AS found("laCode" text, "isIntact" boolean, sequence bigint, findings json)
         ON CONFLICT DO NOTHING`,
        [JSON.stringify(rows), at],
      ),
    );
  }
}

function verificationOf(laCode: string, { sealed, end, findings }: VerifiedChain): AuthorityVerification {
  return {
    la: laCode || 'platform',
    isIntact: findings.count === 0,
    sealed,
    sequence: end?.sequence ?? 0,
    hash: end?.hash ?? null,
    faults: findings.count,
    findings: findings.told,
  };
}
