import { randomUUID } from 'node:crypto'
import { oauth } from '@rampart/contracts/oauth.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Account, InProcessShop } from './in-process-shop.ts'
import { CALLBACK, registerApp } from './oauth-browser.ts'

/** An app that a customer has connected, and a request of it that waits for their answer. */
export async function connectApp(
  shop: InProcessShop,
  account: Account,
): Promise<{ readonly app_id: string; readonly request_id: string }> {
  const { client_id } = await registerApp(shop)
  const apps = client(oauth, shop.runtime.assembly.linkTo('oauth'), 'server')
  const [jti, request_id] = [randomUUID(), randomUUID()]
  await apps.saveArtefact(backgroundContext(newId()), {
    kind: 'Grant',
    id: jti,
    uid: null,
    grant_id: null,
    payload: { jti, kind: 'Grant', accountId: account.id, clientId: client_id, openid: { scope: 'openid' } },
    ttl_seconds: 3_600,
  })
  await apps.requestConsent(backgroundContext(newId()), {
    request_id,
    account_id: account.id,
    client_id,
    scopes: ['openid'],
    redirect_uri: CALLBACK,
  })
  const { body } = await shop.send('GET', '/oauth/apps', { token: account.token })
  const [app] = body['items'] as unknown as { app_id: string }[]
  return { app_id: app?.app_id ?? '', request_id }
}
