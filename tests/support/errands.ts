import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Account, InProcessShop, Sent, SendOptions } from './in-process-shop.ts'
import type { OpenidProvider } from './openid-provider.ts'
import { type Article, orderOf } from './scenery.ts'

/** Who and what the errands need: two owners and two managers, so that there is always a second person. */
export type Stage = {
  readonly shop: InProcessShop
  readonly owner: Account
  readonly peer: Account
  readonly clerk: Account
  readonly chief: Account
  readonly article: Article
  /** Where people sign in from elsewhere. */
  readonly provider: OpenidProvider
}

/** Sets the ground for one call of a command, and answers the call: what it leaves is counted, the ground not. */
export type Errand = (stage: Stage) => Promise<() => Promise<Sent>>

/** Sends what has to work for the errand to be one. @throws unless it does */
export async function done(
  { shop }: Stage,
  method: string,
  path: string,
  options: SendOptions = {},
): Promise<Sent['body']> {
  const sent = await shop.send(method, path, options)
  if (sent.status >= 400) throw new Error(`${method} ${path}: ${String(sent.status)} ${sent.text}`)
  return sent.body
}

/** The call of an errand. */
export const call =
  ({ shop }: Stage, method: string, path: string, options: SendOptions = {}): (() => Promise<Sent>) =>
  () =>
    shop.send(method, path, options)

/** The secret of a mail, as the mail would tell it. */
export async function mailSecret(
  { shop }: Stage,
  account_id: string,
  purpose: Parameters<ReturnType<typeof mails>['issueMailToken']>[1]['purpose'],
  reference?: string,
): Promise<string> {
  const about = { account_id, purpose, ...(reference === undefined ? {} : { reference }) }
  const { token } = await mails(shop).issueMailToken(backgroundContext(newId()), about)
  if (token === null) throw new Error(`A mail of ${purpose} has nothing to say.`)
  return token
}

/** What the module of mails may ask of accounts. */
export const mails = (shop: InProcessShop) =>
  client(identity, shop.runtime.assembly.linkTo('identity'), 'notifications')

/** What stands in the newest event of a kind. */
export async function newestEvent({ shop }: Stage, type: string): Promise<Readonly<Record<string, string>>> {
  const { rows } = await shop.db.pool.query<{ payload: Record<string, string> }>(
    'SELECT payload FROM platform_events.events WHERE type = $1 ORDER BY id DESC LIMIT 1',
    [type],
  )
  return rows[0]?.payload ?? {}
}

/** A second person's agreement to exactly this call of the owner's. Answers the headers that refer to it. */
export async function agreed(
  stage: Stage,
  operation: string,
  input: object,
): Promise<Readonly<Record<string, string>>> {
  const body = { operation, input, reason: 'Both of us want it.' }
  const { id } = await done(stage, 'POST', '/approvals', { token: stage.owner.token, body })
  await done(stage, 'POST', `/approvals/${String(id)}/approve`, { token: stage.peer.token, body: {} })
  return { 'x-approval-id': String(id) }
}

/** A customer's order that was paid. */
export async function paidOrder(stage: Stage): Promise<{ readonly id: string; readonly buyer: Account }> {
  const { id, payment_id, buyer } = await openOrder(stage)
  await done(stage, 'POST', `/payments/sandbox/${payment_id}/approve`, { body: {} })
  await done(stage, 'POST', `/checkout/${id}/complete`, { token: buyer.token, body: {} })
  return { id, buyer }
}

type OpenOrder = {
  readonly id: string
  readonly payment_id: string
  readonly total: { readonly amount: string; readonly currency: string }
  readonly buyer: Account
}

/** A customer's order that waits for its payment. */
export async function openOrder(stage: Stage): Promise<OpenOrder> {
  const buyer = await stage.shop.account('customer')
  const body = orderOf(stage.article.variant_id)
  const order = (await done(stage, 'POST', '/orders', { token: buyer.token, body })) as unknown as {
    id: string
    payment: { id: string }
    total: OpenOrder['total']
  }
  return { id: order.id, payment_id: order.payment.id, total: order.total, buyer }
}

/** A name that nothing else has. */
export const freshName = (): string => `r${randomUUID().replaceAll('-', '').slice(0, 12)}`

/** A picture that uploads take. */
export const somePicture = (): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#a04030' } })
    .png()
    .toBuffer()
