import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { GatewayOptions } from './gateway-options.ts';

const url = z.url({ protocol: /^https?$/ });

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  PUBLIC_URL: url.optional(),
  DATA_DIR: z.string().default('.data'),
  MODULES_DIR: z.string().optional(),
  SHELL_DIR: z.string().optional(),
  MAINSTAY_SECRET: z.string().min(32).optional(),
  GATEWAY_DATABASE_URL: z.string().min(1),
  CHILDREN_URL: url.default('http://127.0.0.1:4001'),
  WORKFORCE_URL: url.default('http://127.0.0.1:4002'),
  CONTRACTS_URL: url.default('http://127.0.0.1:4003'),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_AUDIENCE: z.string().default('mainstay'),
  OIDC_SCOPE: z.string().default('openid profile'),
  TRUSTED_PROXIES: z.string().optional(),
  BREAK_GLASS_WEBHOOK_URL: url.optional(),
  MISUSE_WATCH_SECONDS: z.coerce.number().int().min(1).max(86_400).optional(),
  AUDIT_HEADS_DIR: z.string().optional(),
  AUDIT_SIGNING_KEY: z.string().optional(),
  AUDIT_FORMER_PUBLIC_KEYS: z.string().optional(),
  DEMONSTRATION_LA: z.string().default('E08000025'),
  DEMONSTRATION_PRACTICE: z.string().default('harbour-practice'),
});

/** What the gateway is told by its environment, when it runs alone. */
export interface GatewayEnvironment extends Omit<GatewayOptions, 'clock' | 'logger' | 'database'> {
  /** URL of the gateway's database, for its owner. */
  readonly databaseUrl: string;
}

/** Reads the environment. Throws, naming the variables, when it cannot be used. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): GatewayEnvironment {
  // An empty variable is one that was not set.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment cannot be used:\n${faults.join('\n')}`);
  }
  const env = parsed.data;
  const isProduction = env.NODE_ENV === 'production';
  const dataDir = resolve(env.DATA_DIR);
  return {
    host: env.HOST,
    port: env.PORT,
    ...(env.PUBLIC_URL ? { publicUrl: new URL(env.PUBLIC_URL).origin } : {}),
    isProduction,
    ...proxySettings(env.TRUSTED_PROXIES),
    ...(env.MISUSE_WATCH_SECONDS ? { misuseRestMs: env.MISUSE_WATCH_SECONDS * 1000 } : {}),
    ...(env.BREAK_GLASS_WEBHOOK_URL ? { breakGlassWebhook: env.BREAK_GLASS_WEBHOOK_URL } : {}),
    secret: env.MAINSTAY_SECRET ?? secretOf(dataDir, isProduction),
    databaseUrl: env.GATEWAY_DATABASE_URL,
    subgraphs: [
      { name: 'children', url: env.CHILDREN_URL },
      { name: 'workforce', url: env.WORKFORCE_URL },
      { name: 'contracts', url: env.CONTRACTS_URL },
    ],
    modulesDir: resolve(env.MODULES_DIR ?? join(dataDir, 'modules')),
    shellDir: resolve(env.SHELL_DIR ?? join(import.meta.dirname, '../../web-shell/dist')),
    identity: identityOf(env),
    audit: auditSettings(env, dataDir),
  };
}

/** The proxies named by `TRUSTED_PROXIES`, separated by commas. Throws when one is neither an address nor a range of them. */
export function proxySettings(named: string | undefined): Pick<GatewayOptions, 'trustedProxies'> {
  const trustedProxies = (named ?? '').split(/[\s,]+/).filter(Boolean);
  const wrong = trustedProxies.find(
    (proxy) => !/^[\da-f.:]+(?:\/\d{1,3})?$/i.test(proxy) || !isIP(proxy.split('/')[0] ?? ''),
  );
  if (wrong !== undefined) throw new Error(`TRUSTED_PROXIES: ${wrong} is no IP address, nor a range like 10.0.0.0/8.`);
  return trustedProxies.length > 0 ? { trustedProxies } : {};
}

/** Where the audit's signed heads go, and its keys: what the platform reads too when it runs the gateway itself. */
export function auditSettings(
  variables: Readonly<Record<string, unknown>>,
  dataDir: string,
): NonNullable<GatewayOptions['audit']> {
  const text = (name: string) => (typeof variables[name] === 'string' && variables[name] ? variables[name] : undefined);
  const signingKey = text('AUDIT_SIGNING_KEY');
  const formerPublicKeys = text('AUDIT_FORMER_PUBLIC_KEYS')
    ?.split(/[\s,]+/)
    .filter(Boolean);
  return {
    headsDir: resolve(text('AUDIT_HEADS_DIR') ?? join(dataDir, 'audit-heads')),
    ...(signingKey ? { signingKey } : {}),
    ...(formerPublicKeys ? { formerPublicKeys } : {}),
  };
}

function identityOf(env: z.infer<typeof environment>): GatewayOptions['identity'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer) return { demonstration: { la: env.DEMONSTRATION_LA, practice: env.DEMONSTRATION_PRACTICE } };
  if (!clientId || !clientSecret)
    throw new Error('OIDC_ISSUER is set: OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed too.');
  return { oidc: { issuer, clientId, clientSecret, audience: env.OIDC_AUDIENCE, scope: env.OIDC_SCOPE } };
}

/** The platform's secret on this machine, made at the first start. In production it must be given. */
function secretOf(dataDir: string, isProduction: boolean): string {
  if (isProduction)
    throw new Error('MAINSTAY_SECRET must be set in production: at least 32 characters, the same for all processes.');
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/** @apollo/gateway sends usage figures to its maker unless it is told not to. */
export function silenceTelemetry(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
}
