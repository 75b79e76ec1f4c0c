import type { Answer } from '../api.ts'

export type ProductType = Answer<'catalog', 'listProductTypes'>['items'][number]
export type TypeAttribute = ProductType['attributes'][number]
