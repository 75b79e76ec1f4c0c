import type { ShopClient } from '@rampart/client/shop-client.ts'

export type Quote = Awaited<ReturnType<ShopClient['checkout']['quoteCheckout']>>
export type PlaceOrderInput = Parameters<ShopClient['checkout']['placeOrder']>[0]
export type SavedAddress = Awaited<ReturnType<ShopClient['customers']['listAddresses']>>['items'][number]
