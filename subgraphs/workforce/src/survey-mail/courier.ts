import type { Clock } from '@mainstay/primitives';
import { silentLogger, type Database, type Db, type Logger } from '@mainstay/subgraph-kit';
import { createTransport } from 'nodemailer';
import type { Seal } from '../survey-answering/seal.ts';
import { resealSurveys } from '../survey-answering/reseal.ts';
import { wordsOf, type Letter } from './letter.ts';
import type { MailSettings } from './mail-settings.ts';

/** What the courier works with. */
export interface CourierOptions {
  readonly database: Pick<Database, 'service'>;
  readonly clock: Clock;
  readonly seal: Seal;
  /** Null where no e-mails are sent: then it only clears away. */
  readonly mail: MailSettings | null;
  readonly logger?: Logger;
  /** Sends one e-mail; by SMTP when left out. */
  readonly send?: (mail: { to: string; subject: string; text: string }) => Promise<unknown>;
}

const REST_MS = 30_000;
/** Where no e-mails are sent there is only clearing away. */
const LONG_REST_MS = 3_600_000;
const BATCH = 20;
const MOST_ATTEMPTS = 8;
const MINUTE_MS = 60_000;

interface Message {
  readonly id: string;
  readonly laCode: string;
  readonly letter: Buffer;
  readonly attempts: number;
}

/**
 * Sends e-mails of surveys, again later when the server does not take one, and takes away what is not needed any more:
 * recipients and unsent e-mails of waves that have closed. While the secret is being changed it seals all again. It logs how many, never to whom.
 */
export class Courier {
  readonly #options: CourierOptions;
  readonly #send: NonNullable<CourierOptions['send']>;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #isResealed = false;

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#send = options.send ?? bySmtp(options.mail);
  }

  /** Works now and every half minute until it is stopped; every hour where no e-mails are sent. */
  start(): void {
    const { mail, seal } = this.#options;
    this.#timer ??= setInterval(() => this.#again(), mail ? REST_MS : LONG_REST_MS).unref();
    if (mail || seal.isChanging) this.#again();
  }

  /** Stops when what is under way is done. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  /** One round: answers how many e-mails went out. */
  async round(): Promise<number> {
    const { database, mail, send, seal } = this.#options;
    if (seal.isChanging && !this.#isResealed) {
      await database.service((db) => resealSurveys(db, seal));
      this.#isResealed = true;
    }
    await database.service((db) => this.#clear(db));
    if (!mail && !send) return 0;
    let sent = 0;
    for (let taken = BATCH; taken === BATCH;) {
      const due = await database.service((db) => this.#take(db));
      for (const message of due) if (await this.#deliver(message)) sent += 1;
      taken = due.length;
    }
    if (sent > 0) this.#logger.info('survey e-mails sent', { count: sent });
    return sent;
  }

  get #logger(): Logger {
    return this.#options.logger ?? silentLogger;
  }

  #again(): void {
    this.#running = this.#running
      .then(() => this.round())
      .then(
        () => undefined,
        // An error of the post office may hold an address: its kind is all that is told.
        () => this.#logger.error('survey e-mails could not be looked after'),
      );
  }

  /** Takes a few that are due and puts them off, so that no other process sends them too. */
  #take(db: Db): Promise<Message[]> {
    return db.query(
      `UPDATE survey_message SET attempts = attempts + 1, due_at = $1::timestamptz + (interval '1 minute' * 2 ^ attempts)
        WHERE id IN (SELECT id FROM survey_message WHERE due_at <= $1 ORDER BY due_at LIMIT ${BATCH}
                        FOR UPDATE SKIP LOCKED)
        RETURNING id, la_code AS "laCode", letter, attempts`,
      [this.#options.clock.now()],
    );
  }

  async #deliver({ id, laCode, letter, attempts }: Message): Promise<boolean> {
    const { database, seal, mail } = this.#options;
    const opened = seal.open<Letter>(letter, `letter/${id}`);
    const isSent = await this.#send({ to: opened.to, ...wordsOf(opened, mail?.publicUrl ?? '') }).then(
      () => true,
      () => false,
    );
    if (!isSent && attempts < MOST_ATTEMPTS) return false;
    if (!isSent) this.#logger.warn('a survey e-mail could not be sent', { count: attempts });
    await database.service((db) => db.query('DELETE FROM survey_message WHERE la_code = $1 AND id = $2', [laCode, id]));
    return isSent;
  }

  async #clear(db: Db): Promise<void> {
    const closed = `(SELECT id FROM survey_wave WHERE closed_at IS NOT NULL OR closes_on < $1)`;
    const today = [this.#options.clock.today()];
    await db.query(`DELETE FROM survey_message WHERE wave_id IN ${closed}`, today);
    await db.query(
      `UPDATE survey_invitation SET recipient = NULL WHERE recipient IS NOT NULL AND wave_id IN ${closed}`,
      today,
    );
  }
}

function bySmtp(mail: MailSettings | null): NonNullable<CourierOptions['send']> {
  if (!mail) return () => Promise.reject(new Error('There is no post office.'));
  const transport = createTransport({ url: mail.smtpUrl, connectionTimeout: MINUTE_MS, disableFileAccess: true });
  return (letter) => transport.sendMail({ from: mail.from, ...letter });
}
