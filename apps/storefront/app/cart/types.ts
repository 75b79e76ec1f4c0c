import type { ShopClient } from '@rampart/client/shop-client.ts'

type Cart = Awaited<ReturnType<ShopClient['cart']['getCart']>>
export type CartItem = Cart['items'][number]
