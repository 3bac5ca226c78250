import { deriveKey } from '@mainstay/subgraph-kit';
import { Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { escapeHtml } from '../pages/html.ts';
import { plainPage } from '../pages/plain-page.ts';
import { newNonce, plainPolicy } from '../pages/security-headers.ts';
import { accountOfSubject, demonstrationClaims } from './demonstration-accounts.ts';
import { demonstrationStore } from './demonstration-store.ts';
import { demonstrationClientId, demonstrationClientSecret, type DemonstrationOptions } from './demonstration-token.ts';

const claimNames = ['name', 'role', 'la', 'practice', 'worker'];

/**
 * The OpenID provider of development and demonstration, in this process: anybody signs in as any of the demonstration
 * accounts, without a password. It must never run in production; createGateway sees to that.
 */
export function demonstrationProvider(o: DemonstrationOptions): Provider {
  const provider = new Provider(`${o.publicUrl}/oidc`, configuration(o));
  provider.proxy = o.publicUrl.startsWith('https:');
  return provider;
}

function configuration(o: DemonstrationOptions): Configuration {
  return {
    adapter: demonstrationStore(() => o.clock.now().getTime()),
    clients: [
      {
        client_id: demonstrationClientId,
        client_secret: demonstrationClientSecret(o.secret),
        redirect_uris: [`${o.publicUrl}/sign-in/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'EdDSA',
      },
    ],
    jwks: { keys: o.keys.privateJwks as never },
    cookies: { keys: [deriveKey(o.secret, 'demonstration-cookies').toString('base64url')] },
    claims: { openid: ['sub'], mainstay: claimNames },
    scopes: ['openid', 'mainstay'],
    responseTypes: ['code'],
    // The gateway reads the claims from the ID token alone.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    pkce: { required: () => true },
    interactions: { url: (_context, interaction) => `/oidc/interaction/${interaction.uid}` },
    ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 3600, Session: 3600, Grant: 3600 },
    findAccount: (_context, subject) => {
      const claims = demonstrationClaims(accountOfSubject(subject), o.home);
      return claims && { accountId: subject, claims: async () => ({ ...claims }) };
    },
    loadExistingGrant: grantEverything,
    renderError: (context, out) => {
      const nonce = newNonce();
      context.set('content-security-policy', plainPolicy(nonce));
      context.type = 'html';
      const what = escapeHtml(out.error_description ?? out.error);
      const main = `<p>The sign-in service said: ${what}.</p><p><a href="/sign-in">Start again</a></p>`;
      context.body = plainPage({ title: 'Sign-in did not work', main, nonce });
    },
  };
}

/** Nobody is asked for consent: the gateway is the only client, and it is part of the platform. */
async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid mainstay');
  grant.addOIDCClaims(claimNames);
  await grant.save();
  return grant;
}
