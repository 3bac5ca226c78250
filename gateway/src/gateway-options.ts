import type { Clock } from '@mainstay/primitives';
import type { Database, Logger, Subgraph } from '@mainstay/subgraph-kit';
import type { Limits } from './graph/limits.ts';
import type { DemonstrationHome } from './identity/demonstration-accounts.ts';
import type { OidcSettings } from './identity/oidc-configuration.ts';
import type { SubgraphAddress } from './subgraphs/http.subgraph.ts';

/** Settings of the audit. */
export interface AuditSettings {
  /** The folder that signed heads are appended to, best on another machine. */
  readonly headsDir: string;
  /** The 32 bytes of an Ed25519 private key in base64url; derived from the secret when left out. */
  readonly signingKey?: string;
  /** Public keys of former times, in base64url: what they signed is still taken. */
  readonly formerPublicKeys?: readonly string[];
}

/** What a gateway is made of. */
export interface GatewayOptions {
  /** The interface to listen on; the loopback one when left out. */
  readonly host?: string;
  /** The port to listen on; 0 takes a free one. */
  readonly port: number;
  /** The origin that people's browsers see; `http://localhost:<port>` when left out. */
  readonly publicUrl?: string;
  /** Where broken glasses are told outside Mainstay, at once: an address that takes a POST. */
  readonly breakGlassWebhook?: string;
  /** Milliseconds between two looks of the misuse detectors over the audit; five minutes when left out. */
  readonly misuseRestMs?: number;
  /** Addresses, or ranges of them, of proxies that are believed when they say whom they pass on; none when left out. */
  readonly trustedProxies?: readonly string[];
  /** In production there is no demonstration and no introspection. */
  readonly isProduction: boolean;
  /** The platform's secret: keys of cookies and of caller tokens are derived from it. */
  readonly secret: string;
  readonly clock: Clock;
  /** The gateway's own database, open: `openGatewayDatabase`. Its opener closes it. */
  readonly database: Database;
  /** All subgraphs of the supergraph but the gateway's own part: in this process, or where they listen. */
  readonly subgraphs: readonly (Subgraph | SubgraphAddress)[];
  /** Where modules are published. */
  readonly modulesDir: string;
  /** The build of the web shell. */
  readonly shellDir: string;
  /** The build of the page on which surveys are answered; that of this repository when left out. */
  readonly surveyDir?: string;
  /** Who says who people are: an OpenID provider, or the embedded one with its demonstration accounts. */
  readonly identity: { readonly oidc: OidcSettings } | { readonly demonstration: DemonstrationHome };
  /** Where the audit's signed heads are kept, and its keys; heads stay in the database alone when left out. */
  readonly audit?: AuditSettings;
  readonly limits?: Partial<Limits>;
  readonly logger?: Logger;
  /** The composed schema; that of this repository when left out. */
  readonly supergraph?: string;
}

/** A gateway, ready to listen. */
export interface Gateway {
  /** Listens; answers the public address. */
  listen(): Promise<string>;
  /** Takes no more requests, finishes those under way, then closes. The subgraphs stay open: their openers close them. */
  close(): Promise<void>;
}
