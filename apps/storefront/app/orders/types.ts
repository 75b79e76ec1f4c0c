import type { PublicClient } from '@rampart/client/public-client.ts'

export type Order = Awaited<ReturnType<PublicClient['orders']['getOrder']>>
export type OrderStatus = Order['status']
