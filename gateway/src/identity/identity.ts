import type { Provider } from 'oidc-provider';
import type { GatewayOptions } from '../gateway-options.ts';
import { BearerTokens, type TokenIssuer } from './bearer-token.ts';
import { loadDemonstrationProvider } from './demonstration-provider-loader.ts';
import type { DemonstrationOptions } from './demonstration-token.ts';
import { demonstrationConfiguration, discover, tokenIssuerOf, type OidcSettings } from './oidc-configuration.ts';
import { SignInClient } from './sign-in-client.ts';
import { signingKeys, type SigningKeys } from './signing-keys.ts';

/** What the tokens must be for that the gateway, or its demonstration, gives. */
export const ownAudience = 'mainstay';

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
  /** The keys of the tokens that the gateway itself gives to machines. */
  readonly ownKeys: SigningKeys;
  /** The embedded provider and what it was made of; null with any other. */
  readonly demonstration: (() => { readonly provider: Provider; readonly options: DemonstrationOptions }) | null;
}

/** Sets up the identity provider. Throws when the demonstration is asked for in production. */
export async function identityProvider(o: GatewayOptions, addresses: () => Addresses): Promise<IdentityProvider> {
  const ownKeys = signingKeys(o.secret, 'token-signing');
  const own = () => ({
    issuer: addresses().publicUrl,
    audience: ownAudience,
    keys: ownKeys.verify,
    saysType: true,
  });
  const make = (client: SignInClient, provider: () => Promise<TokenIssuer>) => ({
    client,
    ownKeys,
    tokens: new BearerTokens({ provider, own, clock: o.clock }),
  });
  if ('oidc' in o.identity) return external(o, { settings: o.identity.oidc, addresses, make });
  if (o.isProduction) {
    throw new Error(
      'The demonstration accounts are not for production: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
    );
  }
  return embedded(o, { home: o.identity.demonstration, addresses, make });
}

type Make = (client: SignInClient, provider: () => Promise<TokenIssuer>) => Omit<IdentityProvider, 'demonstration'>;

function external(
  o: GatewayOptions,
  { settings, addresses, make }: { settings: OidcSettings; addresses: () => Addresses; make: Make },
): IdentityProvider {
  const client = new SignInClient({
    configure: async () => discover(settings, o.isProduction),
    redirectUri: () => `${addresses().publicUrl}/sign-in/callback`,
    scope: settings.scope,
  });
  let issuer: TokenIssuer | undefined;
  const provider = async () => (issuer ??= tokenIssuerOf(await client.configuration(), settings));
  return { ...make(client, provider), demonstration: null };
}

async function embedded(
  o: GatewayOptions,
  { home, addresses, make }: { home: DemonstrationOptions['home']; addresses: () => Addresses; make: Make },
): Promise<IdentityProvider> {
  const demonstrationProvider = await loadDemonstrationProvider();
  const { secret, clock } = o;
  const keys = signingKeys(secret, 'demonstration-signing');
  const client = new SignInClient({
    configure: async () => demonstrationConfiguration({ ...addresses(), secret }),
    redirectUri: () => `${addresses().publicUrl}/sign-in/callback`,
    scope: 'openid mainstay',
  });
  const provider = async () => ({
    issuer: `${addresses().publicUrl}/oidc`,
    audience: ownAudience,
    keys: keys.verify,
    saysType: true,
  });
  let made: { provider: Provider; options: DemonstrationOptions } | undefined;
  const demonstration = () => {
    if (made) return made;
    const options = { secret, clock, home, keys, publicUrl: addresses().publicUrl };
    made = { provider: demonstrationProvider(options), options };
    return made;
  };
  return { ...make(client, provider), demonstration };
}
