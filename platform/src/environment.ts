import { auditSettings, proxySettings, type AuditSettings } from '@mainstay/gateway';
import { mailSettings, type MailSettings } from '@mainstay/workforce';
import { resolve } from 'node:path';
import type { DatabaseName } from '@mainstay/subgraph-kit';

/** What the platform reads from the environment. */
export interface Environment {
  readonly isProduction: boolean;
  /** One process for everything, or one for each service. */
  readonly processes: 'one' | 'many';
  readonly host: string;
  readonly port: number;
  /** Where the platform keeps its files; absolute. */
  readonly dataDir: string;
  /** Where published web modules are kept; absolute. */
  readonly modulesDir: string;
  /** The address people use. */
  readonly publicUrl: string;
  /** From which every key is derived; null to keep one of its own in `dataDir`. */
  readonly secret: string | null;
  /** Databases that are run elsewhere; those left out are embedded. */
  readonly databaseUrls: Readonly<Partial<Record<DatabaseName, string>>>;
  /** Addresses of proxies that are believed when they say whom they pass on; none when left out. */
  readonly trustedProxies?: readonly string[];
  /** Milliseconds between two looks of the misuse detectors over the audit. */
  readonly misuseRestMs?: number;
  /** Where broken glasses are told outside Mainstay, at once. */
  readonly breakGlassWebhook?: string;
  /** How e-mails of surveys go out; null where none do. */
  readonly mail?: MailSettings | null;
  /** Where the audit's signed heads are kept, and its keys. */
  readonly audit: AuditSettings;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
}

/** A setting is missing or wrong; the message names the variable. */
export class EnvironmentError extends Error {}

/**
 * Reads the environment.
 *
 * @throws EnvironmentError naming the variable that is missing or wrong.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const isProduction = variables['NODE_ENV'] === 'production';
  const port = Number(variables['PORT'] || '4000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new EnvironmentError('PORT must be a port number.');
  const processes = variables['MAINSTAY_PROCESSES'] || 'one';
  if (processes !== 'one' && processes !== 'many')
    throw new EnvironmentError('MAINSTAY_PROCESSES must be one or many.');
  const secret = variables['MAINSTAY_SECRET'] || null;
  if (secret !== null && secret.length < 32)
    throw new EnvironmentError('MAINSTAY_SECRET must have 32 characters or more.');
  if (isProduction && secret === null) throw new EnvironmentError('MAINSTAY_SECRET is required in production.');
  const dataDir = resolve(variables['DATA_DIR'] || '.data');
  return {
    isProduction,
    processes,
    host: variables['HOST'] || (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port,
    dataDir,
    modulesDir: resolve(variables['MODULES_DIR'] || `${dataDir}/modules`),
    publicUrl: (variables['PUBLIC_URL'] || `http://localhost:${port}`).replace(/\/$/, ''),
    secret,
    databaseUrls: databaseUrls(variables),
    ...proxySettings(variables['TRUSTED_PROXIES']),
    ...breakGlassWebhook(variables['BREAK_GLASS_WEBHOOK_URL']),
    ...misuseRest(variables['MISUSE_WATCH_SECONDS']),
    ...mail(variables),
    audit: auditSettings(variables, dataDir),
    oidc: oidc(variables, isProduction),
  };
}

function breakGlassWebhook(url: string | undefined): Pick<Environment, 'breakGlassWebhook'> {
  if (!url) return {};
  if (URL.parse(url)?.protocol.startsWith('http')) return { breakGlassWebhook: url };
  throw new EnvironmentError('BREAK_GLASS_WEBHOOK_URL must be an address that begins with https: or http:.');
}

function mail(variables: Readonly<Record<string, string | undefined>>): Pick<Environment, 'mail'> {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, PUBLIC_URL: publicUrl } = variables;
  try {
    const settings = mailSettings({ smtpUrl, from, publicUrl });
    return settings ? { mail: settings } : {};
  } catch (error) {
    throw new EnvironmentError(error instanceof Error ? error.message : 'SMTP_URL is wrong.');
  }
}

function misuseRest(seconds: string | undefined): Pick<Environment, 'misuseRestMs'> {
  if (!seconds) return {};
  const rest = Number(seconds);
  if (Number.isInteger(rest) && rest >= 1 && rest <= 86_400) return { misuseRestMs: rest * 1000 };
  throw new EnvironmentError('MISUSE_WATCH_SECONDS must be a whole number from 1 to 86400.');
}

function databaseUrls(variables: Readonly<Record<string, string | undefined>>): Environment['databaseUrls'] {
  const urls: Partial<Record<DatabaseName, string>> = {};
  for (const name of ['children', 'workforce', 'contracts', 'gateway'] as const) {
    const url = variables[`${name.toUpperCase()}_DATABASE_URL`];
    if (url) urls[name] = url;
  }
  return urls;
}

function oidc(variables: Readonly<Record<string, string | undefined>>, isProduction: boolean): Environment['oidc'] {
  const issuer = variables['OIDC_ISSUER'];
  if (!issuer) {
    if (isProduction)
      throw new EnvironmentError('OIDC_ISSUER is required in production: the demonstration accounts are not for it.');
    return null;
  }
  const clientId = variables['OIDC_CLIENT_ID'];
  const clientSecret = variables['OIDC_CLIENT_SECRET'];
  if (!clientId || !clientSecret)
    throw new EnvironmentError('OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are required with OIDC_ISSUER.');
  return { issuer, clientId, clientSecret };
}
