import type { FastifyReply, FastifyRequest } from 'fastify'
import type { default as Provider, InteractionResults } from 'oidc-provider'
import { Scope } from '@rampart/contracts/oauth/schemas.ts'
import type { OauthClients } from './clients.ts'
import { contextOf, type Shopper } from './request-facts.ts'
import { errorPage } from './show-error.ts'

type Details = Awaited<ReturnType<Provider['interactionDetails']>>

/** The next step of a sign-in that needs the customer: an address to send the browser to. */
export async function nextStep(
  provider: Provider,
  clients: OauthClients,
  request: FastifyRequest,
  reply: FastifyReply,
  shopper: Shopper | null,
): Promise<string> {
  const details = await provider.interactionDetails(request.raw, reply.raw).catch(() => null)
  const { uid } = request.params as { uid: string }
  if (details === null || details.uid !== uid) return errorPage('expired')
  const finish = (result: InteractionResults, merge = true): Promise<string> =>
    provider.interactionResult(request.raw, reply.raw, result, { mergeWithLastSubmission: merge })
  const here = `/oauth/interaction/${uid}`
  if (shopper === null) return `/sign-in?next=${encodeURIComponent(here)}`
  if (details.prompt.name === 'login') {
    if (needsOtherAccount(details)) return finish(refused('login_required'), false)
    if (!isProven(details, shopper)) return `/oauth/again?next=${encodeURIComponent(here)}`
    const ts = Math.floor((shopper.authenticated_at ?? 0) / 1_000)
    return finish({ login: { accountId: shopper.id, ts } }, false)
  }
  if (details.session?.accountId !== shopper.id) return errorPage('expired')
  const { decision } = await clients.oauth.requestConsent(contextOf(request.raw), {
    request_id: uid,
    account_id: shopper.id,
    client_id: textOf(details, 'client_id'),
    scopes: requestedScopes(details),
    redirect_uri: textOf(details, 'redirect_uri'),
  })
  if (decision === null) return `/oauth/consent?request=${uid}`
  if (decision === 'deny') return finish(refused('access_denied'), false)
  return finish({ consent: { grantId: await grantOf(provider, details, shopper) } })
}

/** Writes down in the protocol's terms what the customer allowed. */
async function grantOf(provider: Provider, details: Details, shopper: Shopper): Promise<string> {
  const known = details.grantId === undefined ? undefined : await provider.Grant.find(details.grantId)
  const grant = known ?? new provider.Grant({ accountId: shopper.id, clientId: textOf(details, 'client_id') })
  grant.addOIDCScope(requestedScopes(details))
  return await grant.save()
}

/** Whether the customer proved who they are as lately as the app wants it: since this request began, if it says so. */
function isProven(details: Details, shopper: Shopper): boolean {
  if (details.prompt.reasons.every((reason) => reason === 'no_session')) return true
  return (shopper.authenticated_at ?? 0) >= details.iat * 1_000
}

/** The app has somebody else in mind than who is signed in. */
function needsOtherAccount(details: Details): boolean {
  return details.session !== undefined && details.prompt.reasons.includes('id_token_hint')
}

function refused(error: string): InteractionResults {
  return { error, error_description: 'The customer did not go on.' }
}

function requestedScopes(details: Details) {
  return textOf(details, 'scope')
    .split(' ')
    .flatMap((scope) => Scope.safeParse(scope).data ?? [])
}

function textOf({ params }: Details, name: string): string {
  const value = params[name]
  return typeof value === 'string' ? value : ''
}
