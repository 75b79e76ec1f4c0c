import { data } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'
import { type ExternalProblem, externalProblem, loadProviders } from '../sign-in/providers.ts'
import { pageError } from '../page-errors.ts'
import type { SecurityScope } from './security-scope.ts'

/** What the section shows after a form of it: where to go on at the provider, or how it went. */
export type ExternalAnswer = {
  readonly about: 'external'
  readonly goOn?: { readonly label: string; readonly location: string }
  readonly done?: 'connected' | 'removed'
  readonly problem?: ExternalProblem | 'lastWayIn' | 'gone'
}

/** Providers to connect, what is connected and what waits to be; and how a way to a provider ended. */
export async function loadExternal(client: PublicClient, url: URL) {
  const [providers, { items, offer }] = await Promise.all([
    loadProviders(client),
    client.identity.listExternalIdentities({}),
  ])
  const connected = providers.some(({ id }) => id === url.searchParams.get('connected'))
  return { providers, items, offer, connected, problem: externalProblem(url) }
}

/** Sends to a provider, accepts what waits, or disconnects. */
export async function externalAction(verb: string, form: FormData, { client, url }: SecurityScope) {
  const of = (name: string) => String(form.get(name) ?? '')
  const answer = (more: Omit<ExternalAnswer, 'about'>, status = 200) =>
    data<ExternalAnswer>({ about: 'external', ...more }, { status })
  try {
    switch (verb) {
      case 'connect': {
        const { location } = await client.identity.startExternalLink({ provider: of('provider') })
        // A form may not lead out of the shop (content security policy), a link may.
        return answer({ goOn: { label: of('label').slice(0, 40), location } })
      }
      case 'accept':
        await client.identity.acceptExternalOffer({ offer_id: of('offer_id') })
        return answer({ done: 'connected' })
      case 'remove':
        await client.identity.unlinkExternalIdentity({ identity_id: of('identity_id') })
        return answer({ done: 'removed' })
      default:
        throw data(null, { status: 400 })
    }
  } catch (error) {
    const { code, status } = toClientError(error)
    if (code === 'STEP_UP_REQUIRED') throw error
    if (code === 'IDENTITY_LAST_WAY_IN') return answer({ problem: 'lastWayIn' }, status)
    if (code === 'IDENTITY_EXTERNAL_TAKEN') return answer({ problem: 'taken' }, status)
    if (code === 'IDENTITY_PROVIDER_UNAVAILABLE') return answer({ problem: 'unavailable' }, status)
    if (code === 'IDENTITY_TOO_MANY_TRIES') return answer({ problem: 'too-many' }, status)
    if (code === 'NOT_FOUND') return answer({ problem: 'gone' }, status)
    throw pageError(error, url)
  }
}
