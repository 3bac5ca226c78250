import { addDays, type Clock } from '@mainstay/primitives';
import type { Scope } from '@mainstay/subgraph-kit';
import { timingSafeEqual } from 'node:crypto';
import type { RegisterDatabase } from '../../../identity/register-database.ts';
import type { CredentialRow } from './credential.entity.ts';
import {
  findCredential,
  findCredentialWithSecret,
  insertCredential,
  markCredentialUsed,
  updateCredentialExpiry,
} from './credential.repository.ts';
import { secretHashOf } from './credential.service.ts';
import { credentialStatus, type CredentialStatus } from './credential.status.ts';

const everyScope: readonly Scope[] = ['children', 'workforce', 'contracts', 'figures'];
const demonstrationDays = 90;
const usedEveryMs = 60_000;

/** A machine as the register knows it now. */
export type RegisteredMachine = CredentialRow & { readonly status: CredentialStatus };

/** The register of machines: asked anew for everything a machine sends, so that a revocation counts at once. */
export class CredentialRegister {
  readonly #database: RegisterDatabase;
  readonly #clock: Clock;

  constructor(o: { database: RegisterDatabase; clock: Clock }) {
    this.#database = o.database;
    this.#clock = o.clock;
  }

  /** The machine with this id, which is here now; null when none was ever registered. */
  async find(id: string): Promise<RegisteredMachine | null> {
    return this.#database.service(async (db) => {
      const found = await findCredential(db, id);
      if (!found) return null;
      const machine = this.#withStatus(found);
      const now = this.#clock.now();
      const isOld = !found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() >= usedEveryMs;
      if (machine.status === 'ACTIVE' && isOld) await markCredentialUsed(db, id, now);
      return machine;
    });
  }

  /** The machine that proves itself with a secret; null when it does not, or is not let in (any more). */
  async prove(id: string, secret: string): Promise<RegisteredMachine | null> {
    const found = await this.#database.service((db) => findCredentialWithSecret(db, id));
    const given = Buffer.from(secretHashOf(secret));
    // Compared also where there is nothing to compare with: the time of the answer tells nothing.
    const isProven = timingSafeEqual(given, Buffer.from(found?.secretHash ?? secretHashOf('')));
    if (!found || found.secretHash === null || !isProven) return null;
    const { secretHash: _, ...credential } = found;
    const machine = this.#withStatus(credential);
    return machine.status === 'ACTIVE' ? machine : null;
  }

  /**
   * The demonstration's machine of an authority, registered or prolonged when need be. One that was revoked stays so:
   * its status tells.
   */
  async demonstration(laCode: string, id: string, name: string): Promise<RegisteredMachine> {
    const expiresOn = addDays(this.#clock.today(), demonstrationDays);
    return this.#database.service(async (db) => {
      await insertCredential(db, {
        laCode,
        id,
        name,
        purpose: 'Demonstration',
        scopes: everyScope,
        expiresOn,
        createdAt: this.#clock.now(),
        createdBy: 'demo:la-manager',
      });
      const found = await findCredential(db, id);
      if (!found) throw new Error('The credential of the demonstration could not be registered.');
      if (this.#withStatus(found).status !== 'EXPIRED') return this.#withStatus(found);
      await updateCredentialExpiry(db, id, expiresOn);
      return this.#withStatus({ ...found, expiresOn });
    });
  }

  #withStatus(credential: CredentialRow): RegisteredMachine {
    return { ...credential, status: credentialStatus(credential, this.#clock.today()) };
  }
}
