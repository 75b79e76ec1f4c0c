import { createContext, type RouterContextProvider } from 'react-router'
import { publicClient, type PublicClient } from '@rampart/client/public-client.ts'
import type { ShopRequest } from './shop-request.ts'

export const shopContext = createContext<ShopRequest>()

type Context = Readonly<RouterContextProvider>

const clients = new WeakMap<ShopRequest, PublicClient>()

/** The request as the server handed it in. */
export function shopOf(context: Context): ShopRequest {
  return context.get(shopContext)
}

/** The typed client of this request, acting as its shopper. */
export function clientOf(context: Context): PublicClient {
  const request = context.get(shopContext)
  const known = clients.get(request)
  if (known) return known
  const made = publicClient((operation, input, options) =>
    request.call(
      operation,
      input,
      options?.idempotency_key === undefined ? undefined : { idempotency_key: options.idempotency_key },
    ),
  )
  clients.set(request, made)
  return made
}
