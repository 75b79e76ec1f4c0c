import type { Product } from '../catalog/types.ts'

type Value = Product['attributes'][number]['value']

/** One attribute across the products: null where a product says nothing about it. */
export type CompareRow = { key: string; name: string; values: (Value | null)[]; differs: boolean }

/** The attributes that at least one product has, in the order of the first that names them. */
export function compareRows(products: Pick<Product, 'attributes'>[]): CompareRow[] {
  const names = new Map<string, string>()
  for (const { attributes } of products)
    for (const { key, name } of attributes) if (!names.has(key)) names.set(key, name)
  return [...names].map(([key, name]) => {
    const values = products.map(
      ({ attributes }) => attributes.find((attribute) => attribute.key === key)?.value ?? null,
    )
    return { key, name, values, differs: new Set(values).size > 1 }
  })
}
