import type { ShopClient } from '@rampart/client/shop-client.ts'

type Answer<Call extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>

export type ProductList = Answer<ShopClient['catalog']['searchProducts']>
export type ProductSummary = ProductList['items'][number]
export type Facet = ProductList['facets'][number]
export type Product = Answer<ShopClient['catalog']['getProductBySlug']>
export type Variant = Product['variants'][number]
export type ShopPicture = Product['pictures'][number]
