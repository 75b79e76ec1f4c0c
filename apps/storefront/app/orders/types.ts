import type { ShopClient } from '@rampart/client/shop-client.ts'

export type Order = Awaited<ReturnType<ShopClient['orders']['getOrder']>>
export type OrderStatus = Order['status']
