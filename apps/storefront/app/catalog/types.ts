import type { PublicClient } from '@rampart/client/public-client.ts'

type Answer<Call extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>

export type ProductList = Answer<PublicClient['search']['searchProducts']>
export type ProductSummary = ProductList['items'][number]
export type Facet = ProductList['facets'][number]
export type Product = Answer<PublicClient['catalog']['getProductBySlug']>
export type Variant = Product['variants'][number]
export type ShopPicture = Product['pictures'][number]
