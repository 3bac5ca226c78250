import { z } from 'zod';
import { mailSettings, type MailSettings } from './survey-mail/mail-settings.ts';

const environment = z.object({
  WORKFORCE_DATABASE_URL: z.string().min(1),
  CHILDREN_URL: z.url(),
  MAINSTAY_SECRET: z.string().min(32),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  PUBLIC_URL: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
});

/** What this subgraph reads from the environment when it runs alone. */
export interface Environment {
  readonly databaseUrl: string;
  /** Where the children subgraph answers: it says how many children each worker leads. */
  readonly childrenUrl: string;
  readonly secret: string;
  /** How e-mails of surveys go out; null where none do. */
  readonly mail: MailSettings | null;
  readonly host: string;
  readonly port: number;
}

/**
 * Reads the environment.
 *
 * @throws Error that names each variable that is missing or wrong, without its value.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const read = environment.safeParse(variables);
  if (!read.success) {
    throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  const { WORKFORCE_DATABASE_URL, CHILDREN_URL, MAINSTAY_SECRET, HOST, PORT } = read.data;
  return {
    databaseUrl: WORKFORCE_DATABASE_URL,
    childrenUrl: CHILDREN_URL,
    secret: MAINSTAY_SECRET,
    mail: mailSettings({ smtpUrl: read.data.SMTP_URL, from: read.data.MAIL_FROM, publicUrl: read.data.PUBLIC_URL }),
    host: HOST,
    port: PORT,
  };
}
