import { createContext, type RouterContextProvider } from 'react-router'
import { shopClient, type ShopClient } from '@rampart/client/shop-client.ts'
import type { ShopRequest } from './shop-request.ts'

export const shopContext = createContext<ShopRequest>()

type Context = Readonly<RouterContextProvider>

const clients = new WeakMap<ShopRequest, ShopClient>()

/** The request as the server handed it in. */
export function shopOf(context: Context): ShopRequest {
  return context.get(shopContext)
}

/** The typed client of this request, acting as its shopper. */
export function clientOf(context: Context): ShopClient {
  const request = context.get(shopContext)
  const known = clients.get(request)
  if (known) return known
  const made = shopClient((operation, input, options) =>
    request.call(
      operation,
      input,
      options?.idempotency_key === undefined ? undefined : { idempotency_key: options.idempotency_key },
    ),
  )
  clients.set(request, made)
  return made
}
