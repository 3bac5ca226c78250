import { createRemoteJWKSet } from 'jose';
import * as oidc from 'openid-client';
import type { TokenIssuer } from './bearer-token.ts';
import { demonstrationClientId, demonstrationClientSecret } from './demonstration-token.ts';

/** An identity provider of production, or any other that speaks OpenID Connect. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What a bearer token must be for. */
  readonly audience: string;
  /** The scopes asked for at sign-in; `openid` among them. */
  readonly scope: string;
}

/** Reads what a provider says of itself. Plain HTTP is taken only where `isProduction` is false. */
export async function discover(settings: OidcSettings, isProduction: boolean): Promise<oidc.Configuration> {
  const configuration = await oidc.discovery(
    new URL(settings.issuer),
    settings.clientId,
    undefined,
    oidc.ClientSecretBasic(settings.clientSecret),
    isProduction ? {} : { execute: [oidc.allowInsecureRequests] },
  );
  oidc.enableNonRepudiationChecks(configuration);
  return configuration;
}

/** The keys and names that bearer tokens of a provider are checked with. */
export function tokenIssuerOf(configuration: oidc.Configuration, settings: OidcSettings): TokenIssuer {
  const { issuer, jwks_uri: jwksUri } = configuration.serverMetadata();
  if (!jwksUri) throw new Error('The identity provider publishes no keys (jwks_uri).');
  return {
    issuer,
    audience: settings.audience,
    keys: createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 4_000, cooldownDuration: 5_000 }),
    saysType: false,
  };
}

/**
 * The demonstration's provider, which lives in this process: nothing to discover. Its back-channel goes over the
 * loopback address, for the public one may not be reachable from here.
 */
export function demonstrationConfiguration(o: {
  publicUrl: string;
  loopbackUrl: string;
  secret: string;
}): oidc.Configuration {
  const issuer = `${o.publicUrl}/oidc`;
  const configuration = new oidc.Configuration(
    {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      authorization_response_iss_parameter_supported: true,
      id_token_signing_alg_values_supported: ['EdDSA'],
    },
    demonstrationClientId,
    { id_token_signed_response_alg: 'EdDSA' },
    oidc.ClientSecretBasic(demonstrationClientSecret(o.secret)),
  );
  oidc.allowInsecureRequests(configuration);
  oidc.enableNonRepudiationChecks(configuration);
  configuration[oidc.customFetch] = async (url, options) =>
    fetch(url.replace(o.publicUrl, o.loopbackUrl), options as RequestInit);
  return configuration;
}
