import type { Clock } from '@mainstay/primitives';
import { matchCode, type Db } from '@mainstay/subgraph-kit';
import type { IdentityClaims } from '../../../identity/claims.ts';
import type { RegisterDatabase } from '../../../identity/register-database.ts';
import { upsertPeople, upsertPersonMatch } from './person.repository.ts';

/** How exactly it is known when somebody was here last. */
const seenEveryMs = 60_000;
const mostRemembered = 20_000;

/** Takes down who was here: once a minute for each person at most. */
export class PersonRegister {
  readonly #database: RegisterDatabase;
  readonly #secret: string;
  readonly #clock: Clock;
  readonly #seen = new Map<string, number>();

  constructor(o: { database: RegisterDatabase; secret: string; clock: Clock }) {
    this.#database = o.database;
    this.#secret = o.secret;
    this.#clock = o.clock;
  }

  /** Somebody was here, for these authorities. Throws when the database does not answer. */
  async seen(claims: IdentityClaims, laCodes: readonly string[]): Promise<void> {
    const now = this.#clock.now();
    const key = JSON.stringify([claims.sub, claims.role, laCodes]);
    if ((this.#seen.get(key) ?? -Infinity) > now.getTime() - seenEveryMs) return;
    this.#remember(key, now.getTime());
    try {
      await this.#database.service(async (db) => this.#write(db, claims, { laCodes, lastSeenAt: now }));
    } catch (error) {
      this.#seen.delete(key);
      throw error;
    }
  }

  /** Makes people of an authority known who may never have been here, so that they can be named. */
  async introduce(people: readonly IdentityClaims[], laCode: string): Promise<void> {
    await this.#database.service(async (db) => {
      for (const claims of people) await this.#write(db, claims, { laCodes: [laCode], lastSeenAt: null });
    });
  }

  async #write(
    db: Db,
    claims: IdentityClaims,
    { laCodes, lastSeenAt }: { laCodes: readonly string[]; lastSeenAt: Date | null },
  ): Promise<void> {
    await upsertPeople(db, laCodes, {
      id: claims.sub,
      role: claims.role,
      name: claims.name ?? null,
      practiceId: 'practice' in claims ? claims.practice : null,
      workerId: claims.worker ?? null,
      lastSeenAt,
    });
    const match = this.#matchOf(claims);
    if (match.familyNameCode !== null || match.postcodeCode !== null) await upsertPersonMatch(db, match);
  }

  #matchOf(claims: IdentityClaims) {
    const family = claims.role === 'integrator' ? '' : (claims.family_name ?? lastWord(claims.name));
    return {
      personId: claims.sub,
      familyNameCode: matchCode(this.#secret, 'family-name', family),
      postcodeCode: matchCode(this.#secret, 'postcode', claims.address?.postal_code ?? ''),
    };
  }

  #remember(key: string, at: number): void {
    const [oldest] = this.#seen.keys();
    if (oldest !== undefined && this.#seen.size >= mostRemembered) this.#seen.delete(oldest);
    this.#seen.set(key, at);
  }
}

/** The family name of somebody whose sign-in tells the whole name only. */
function lastWord(name: string | undefined): string {
  return name?.trim().split(/\s+/).at(-1) ?? '';
}
