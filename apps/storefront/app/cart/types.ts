import type { PublicClient } from '@rampart/client/public-client.ts'

export type Cart = Awaited<ReturnType<PublicClient['cart']['getCart']>>
export type CartItem = Cart['items'][number]
