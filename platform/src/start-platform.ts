import { createGateway, openGatewayDatabase, type GatewayOptions } from '@mainstay/gateway';
import { DEMONSTRATION_LA, demonstrationAuthorities, type World } from '@mainstay/demonstration';
import type { Clock } from '@mainstay/primitives';
import type { Logger } from '@mainstay/subgraph-kit';
import { provideDatabases } from './databases.ts';
import { loadDemonstration } from './demonstration.ts';
import type { Environment } from './environment.ts';
import { startProcesses } from './many-processes.ts';
import { openSubgraphs, type Subgraphs, type SubgraphsOptions } from './one-process.ts';
import { keptSecret } from './secret.ts';
import { publishBuiltModules, shellDir } from './web-builds.ts';

/** A running platform. */
export interface Platform {
  /** The address people use. */
  readonly url: string;
  /** The subgraphs and their databases when they run in this process; null when they run apart. */
  readonly subgraphs: Subgraphs | null;
  /** Takes no more requests, finishes those under way, closes everything. */
  stop(): Promise<void>;
}

/** What a platform is started with. */
export interface PlatformOptions {
  readonly environment: Environment;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told what is going on, in a line each. */
  readonly tell?: (message: string) => void;
  /** Makes the demonstration data; null for none. The demonstration's own when left out. */
  readonly world?: (() => World) | null;
  readonly onStatement?: SubgraphsOptions['onStatement'];
}

/** The practice whose staff the demonstration's practice accounts are. */
const demonstrationPractice =
  demonstrationAuthorities.find(({ code }) => code === DEMONSTRATION_LA)?.practice?.id ?? '';

/** Starts everything: databases, subgraphs, gateway; loads the demonstration into empty databases, but never in production. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { environment, clock, logger, tell = () => undefined } = options;
  const secret = environment.secret ?? keptSecret(environment.dataDir);
  const databases = await provideDatabases(environment, logger);
  const closing: (() => Promise<void>)[] = [() => databases.stop()];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const mail = environment.processes === 'one' ? { mail: environment.mail ?? null } : {};
    const opened = await openSubgraphs({
      urlOf: databases.urlOf,
      secret,
      clock,
      logger,
      ...mail,
      ...onStatementOf(options),
    });
    const isDemonstration = !environment.isProduction && options.world !== null;
    if (isDemonstration) await loadDemonstration(opened, tell, options.world ?? undefined);
    await publishBuiltModules(environment.modulesDir);
    if (environment.processes === 'many') {
      await opened.stop();
      const processes = await startProcesses({ environment, secret, urlOf: databases.urlOf, home: home() });
      closing.push(() => processes.stop());
      return { url: environment.publicUrl, subgraphs: null, stop };
    }
    closing.push(() => opened.stop());
    const database = await openGatewayDatabase({ url: databases.urlOf('gateway'), secret, clock, logger });
    closing.push(() => database.close());
    const gateway = await createGateway({ ...gatewayOptions(options, secret, opened), database });
    closing.push(() => gateway.close());
    return { url: await gateway.listen(), subgraphs: opened, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function gatewayOptions(
  { environment, clock, logger }: PlatformOptions,
  secret: string,
  opened: Subgraphs,
): Omit<GatewayOptions, 'database'> {
  const {
    isProduction,
    host,
    port,
    modulesDir,
    oidc,
    publicUrl,
    audit,
    trustedProxies,
    breakGlassWebhook,
    misuseRestMs,
  } = environment;
  return {
    isProduction,
    host,
    port,
    ...(trustedProxies ? { trustedProxies } : {}),
    ...(breakGlassWebhook ? { breakGlassWebhook } : {}),
    ...(misuseRestMs ? { misuseRestMs } : {}),
    // A free port is known only once it is taken.
    ...(port === 0 ? {} : { publicUrl }),
    secret,
    clock,
    logger,
    modulesDir,
    shellDir,
    audit,
    subgraphs: Object.values(opened.subgraphs),
    identity: oidc ? { oidc: { ...oidc, audience: 'mainstay', scope: 'openid profile' } } : { demonstration: home() },
  };
}

function home(): { la: string; practice: string } {
  return { la: DEMONSTRATION_LA, practice: demonstrationPractice };
}

function onStatementOf({ onStatement }: PlatformOptions): Pick<SubgraphsOptions, 'onStatement'> {
  return onStatement ? { onStatement } : {};
}
