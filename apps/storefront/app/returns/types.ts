import type { PublicClient } from '@rampart/client/public-client.ts'

export type Return = Awaited<ReturnType<PublicClient['orders']['getReturn']>>
export type ReturnSummary = Awaited<ReturnType<PublicClient['orders']['listReturns']>>['items'][number]
export type OrderReturns = Awaited<ReturnType<PublicClient['orders']['listOrderReturns']>>
export type ReturnStatus = Return['status']
