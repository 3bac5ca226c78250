import type { Provider } from 'oidc-provider';
import type { GatewayOptions } from '../gateway-options.ts';
import { BearerTokens, type TokenIssuer } from './bearer-token.ts';
import { demonstrationKeys } from './demonstration-keys.ts';
import { loadDemonstrationProvider } from './demonstration-provider-loader.ts';
import type { DemonstrationOptions } from './demonstration-token.ts';
import { demonstrationConfiguration, discover, tokenIssuerOf } from './oidc-configuration.ts';
import { SignInClient } from './sign-in-client.ts';

/** Where the gateway is found; known from the moment it listens. */
export interface Addresses {
  /** The origin that browsers see. */
  readonly publicUrl: string;
  /** The origin under which the gateway reaches itself. */
  readonly loopbackUrl: string;
}

/** The identity provider's side: who signs people in, and whose tokens are taken. */
export interface IdentityProvider {
  readonly client: SignInClient;
  readonly tokens: BearerTokens;
  /** The embedded provider and what it was made of; null with any other. */
  readonly demonstration: (() => { readonly provider: Provider; readonly options: DemonstrationOptions }) | null;
}

/** Sets up the identity provider. Throws when the demonstration is asked for in production. */
export async function identityProvider(o: GatewayOptions, addresses: () => Addresses): Promise<IdentityProvider> {
  if ('oidc' in o.identity) return external(o, o.identity.oidc, addresses);
  if (o.isProduction) {
    throw new Error(
      'The demonstration accounts are not for production: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
    );
  }
  return embedded(o, o.identity.demonstration, addresses);
}

function external(
  o: GatewayOptions,
  settings: Extract<GatewayOptions['identity'], { oidc: unknown }>['oidc'],
  addresses: () => Addresses,
): IdentityProvider {
  const client = new SignInClient({
    configure: async () => discover(settings, o.isProduction),
    redirectUri: () => `${addresses().publicUrl}/sign-in/callback`,
    scope: settings.scope,
  });
  let issuer: TokenIssuer | undefined;
  const tokenIssuer = async () => (issuer ??= tokenIssuerOf(await client.configuration(), settings));
  return { client, tokens: new BearerTokens({ issuer: tokenIssuer, clock: o.clock }), demonstration: null };
}

async function embedded(
  o: GatewayOptions,
  home: DemonstrationOptions['home'],
  addresses: () => Addresses,
): Promise<IdentityProvider> {
  const demonstrationProvider = await loadDemonstrationProvider();
  const { secret, clock } = o;
  const keys = demonstrationKeys(secret);
  const client = new SignInClient({
    configure: async () => demonstrationConfiguration({ ...addresses(), secret }),
    redirectUri: () => `${addresses().publicUrl}/sign-in/callback`,
    scope: 'openid mainstay',
  });
  const issuer = async () => ({ issuer: `${addresses().publicUrl}/oidc`, audience: 'mainstay', keys: keys.verify });
  let made: { provider: Provider; options: DemonstrationOptions } | undefined;
  const demonstration = () => {
    if (made) return made;
    const options = { secret, clock, home, keys, publicUrl: addresses().publicUrl };
    made = { provider: demonstrationProvider(options), options };
    return made;
  };
  return { client, tokens: new BearerTokens({ issuer, clock }), demonstration };
}
