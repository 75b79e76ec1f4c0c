import type { PublicClient } from '@rampart/client/public-client.ts'

export type Quote = Awaited<ReturnType<PublicClient['checkout']['quoteCheckout']>>
export type PlaceOrderInput = Parameters<PublicClient['checkout']['placeOrder']>[0]
export type SavedAddress = Awaited<ReturnType<PublicClient['customers']['listAddresses']>>['items'][number]
