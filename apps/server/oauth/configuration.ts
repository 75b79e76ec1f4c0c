import type { Keyring } from '@rampart/platform/crypto/keys.ts'
import type { Configuration, JWK, KoaContextWithOIDC } from 'oidc-provider'
import type { OauthClients } from './clients.ts'
import { accountFinder } from './find-account.ts'
import { contextOf } from './request-facts.ts'
import { askToSignOut } from './sign-out.ts'
import { showError } from './show-error.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Options = {
  readonly clients: OauthClients
  readonly keys: Keyring
  readonly secure: boolean
  readonly signingKeys: readonly JWK[]
  readonly adapter: NonNullable<Configuration['adapter']>
}

/** The protocol as this shop speaks it: the authorization code with PKCE, and nothing that is not needed for it. */
export function configuration({ clients, keys, secure, signingKeys, adapter }: Options): Configuration {
  const prefix = secure ? '__Secure-rampart_oauth' : 'rampart_oauth'
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true } as const
  return {
    adapter,
    findAccount: accountFinder(clients),
    jwks: { keys: [...signingKeys] },
    scopes: ['openid', 'offline_access', 'shop:read', 'shop:orders'],
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'locale'],
      email: ['email', 'email_verified'],
    },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    pkce: { required: () => true },
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'EdDSA'] },
    allowOmittingSingleRegisteredRedirectUri: false,
    routes: {
      authorization: '/oauth/authorize',
      token: '/oauth/token',
      userinfo: '/oauth/userinfo',
      jwks: '/oauth/jwks',
      revocation: '/oauth/revoke',
      end_session: '/oauth/logout',
    },
    interactions: { url: (_ctx, interaction) => `/oauth/interaction/${interaction.uid}` },
    cookies: {
      names: {
        session: `${prefix}_session`,
        interaction: `${prefix}_interaction`,
        resume: `${prefix}_resume`,
      },
      long: cookie,
      short: cookie,
      keys: [keys.derive('oauth:cookies').toString('base64url')],
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: { enabled: true, logoutSource: (ctx) => askToSignOut(clients, ctx) },
      userinfo: { enabled: true },
    },
    loadExistingGrant: (ctx) => existingGrant(clients, ctx),
    // Apps outlive the visit during which they were connected; taking them back, or ending all sessions, ends them.
    expiresWithSession: () => false,
    issueRefreshToken: (_ctx, client, code) =>
      client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
    rotateRefreshToken: true,
    ttl: {
      AuthorizationCode: MINUTE,
      AccessToken: 15 * MINUTE,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: DAY,
      Grant: 365 * DAY,
      // A browser keeps secrets badly: there, rotation does not lengthen the life of a refresh token.
      RefreshToken: (ctx, _token, client) => {
        const rotated = ctx.oidc.entities.RotatedRefreshToken
        const inBrowser = client.applicationType === 'web' && client.clientAuthMethod === 'none'
        if (!inBrowser) return 30 * DAY
        return rotated === undefined ? 7 * DAY : Math.max(1, rotated.remainingTTL)
      },
    },
    renderError: showError,
  }
}

/** What the customer allowed this app before. */
async function existingGrant({ oauth }: OauthClients, ctx: KoaContextWithOIDC) {
  const { account, client, provider, result } = ctx.oidc
  if (account === undefined || client === undefined) return undefined
  const decided = result?.consent?.grantId
  const grantId =
    decided ??
    (
      await oauth.findGrant(contextOf(ctx.req), {
        account_id: account.accountId,
        client_id: client.clientId,
      })
    ).grant_id
  return grantId === null ? undefined : await provider.Grant.find(grantId)
}
