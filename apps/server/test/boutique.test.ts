import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Variant = {
  sku: string
  options: Record<string, string>
  price: string
  compare_at_price: string | null
  quantity: number
}
type Product = {
  slug: string
  name: string
  brand: string
  category: string
  description: string
  summary: string
  attributes: Record<string, string | number>
  images: { file: string; alt: string }[]
  options: { name: string; values: string[] }[]
  variants: Variant[]
}
type Category = {
  slug: string
  name: string
  description: string
  parent: string | null
  image: string
  position: number
}
type Boutique = {
  shop: {
    name: string
    tagline: string
    currency: string
    hero: { headline: string; text: string; image: string }
  }
  categories: Category[]
  products: Product[]
}

const demo = new URL('../demo/', import.meta.url)
const boutique = JSON.parse(readFileSync(new URL('boutique.json', demo), 'utf8')) as Boutique
const pictures = readdirSync(new URL('images/', demo)).filter((file) => file.endsWith('.jpg'))
const { shop, categories, products } = boutique
const variants = products.flatMap((product) => product.variants)

const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index)
const words = (text: string) => text.split(/\s+/).length
const combination = (options: Record<string, string>) => JSON.stringify(Object.entries(options).sort())

/** Every combination of the product's option values, one record each; one empty record without options. */
function combinations(options: Product['options']): Record<string, string>[] {
  return options.reduce<Record<string, string>[]>(
    (all, { name, values }) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
}

describe('the sample boutique', () => {
  it('has no slug or SKU twice', () => {
    expect(repeated(products.map(({ slug }) => slug))).toEqual([])
    expect(repeated(categories.map(({ slug }) => slug))).toEqual([])
    expect(repeated(variants.map(({ sku }) => sku))).toEqual([])
    for (const { slug } of [...products, ...categories]) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const { sku } of variants) expect(sku).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)+$/)
  })

  it('uses every picture on a product and names none that is missing', () => {
    const shown = products.flatMap(({ images }) => images.map(({ file }) => file))
    expect([...new Set(shown)].sort()).toEqual(pictures.sort())
    for (const file of [shop.hero.image, ...categories.map(({ image }) => image)]) {
      expect(pictures).toContain(file)
    }
    const credits = readFileSync(new URL('images/README.md', demo), 'utf8')
    for (const file of pictures) expect(credits).toContain(`\`${file}\``)
  })

  it('describes every picture', () => {
    for (const { images } of products) {
      expect(images).not.toHaveLength(0)
      for (const { alt } of images) expect(alt.length).toBeGreaterThan(30)
    }
  })

  it('has a two-level tree with a product in every leaf', () => {
    const top = categories.filter(({ parent }) => parent === null).map(({ slug }) => slug)
    const leaves = categories.filter(({ parent }) => parent !== null)
    for (const { parent } of leaves) expect(top).toContain(parent)
    const used = [...new Set(products.map(({ category }) => category))].sort()
    expect(used).toEqual(leaves.map(({ slug }) => slug).sort())
    expect(repeated(categories.map(({ parent, position }) => `${parent}/${position}`))).toEqual([])
  })

  it.each(products)('sells every option combination of $slug once', (product) => {
    expect(repeated(product.options.map(({ name }) => name))).toEqual([])
    for (const { values } of product.options) expect(repeated(values)).toEqual([])
    const offered = product.variants.map(({ options }) => combination(options))
    expect(offered.sort()).toEqual(combinations(product.options).map(combination).sort())
  })

  it('has well-formed prices and stock', () => {
    expect(shop.currency).toBe('USD')
    for (const { price, compare_at_price: before, quantity } of variants) {
      expect(price).toMatch(/^[1-9]\d*\.\d{2}$/)
      if (before !== null) {
        expect(before).toMatch(/^[1-9]\d*\.\d{2}$/)
        expect(Number(before)).toBeGreaterThan(Number(price))
      }
      expect(Number.isInteger(quantity) && quantity >= 0).toBe(true)
    }
    expect(variants.some(({ quantity }) => quantity === 0)).toBe(true)
    expect(variants.some((variant) => variant.compare_at_price !== null)).toBe(true)
  })

  it.each(products)('says enough about $slug', (product) => {
    expect(words(product.description)).toBeGreaterThanOrEqual(80)
    expect(words(product.description)).toBeLessThanOrEqual(140)
    expect(product.summary.length).toBeLessThanOrEqual(120)
    expect(Object.keys(product.attributes)).toEqual(expect.arrayContaining(['Material', 'Care', 'Colour']))
    for (const text of [product.name, product.brand]) expect(text.trim()).not.toBe('')
  })
})
