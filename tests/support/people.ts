import type { Caller } from './access-matrix.ts'
import type { Account, InProcessShop, SendOptions } from './in-process-shop.ts'

/** Somebody who calls: a guest by the token of their cart, the others by their account. */
export type Person = {
  readonly caller: Caller
  readonly account: Account | undefined
  readonly cartToken: string | undefined
}

/** What somebody sends along with each call. */
export const headersOf = ({ account, cartToken }: Person): SendOptions => ({
  token: account?.token,
  cartToken,
})

/** A call that sets the scene: it succeeds. Answers its body. */
export async function ask<T>(
  shop: InProcessShop,
  who: Person | undefined,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const asking = who === undefined ? {} : headersOf(who)
  const sent = await shop.send(method, path, { ...asking, ...(body === undefined ? {} : { body }) })
  if (sent.status >= 300) throw new Error(`The scene could not be set by ${method} ${path}: ${sent.text}`)
  return sent.body as unknown as T
}
