import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const Category = z.strictObject({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  parent: z.string().nullable(),
  image: z.string(),
  position: z.int(),
})

const Product = z.strictObject({
  slug: z.string(),
  name: z.string(),
  brand: z.string(),
  category: z.string(),
  description: z.string(),
  summary: z.string(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  images: z.array(z.strictObject({ file: z.string(), alt: z.string() })),
  options: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(
    z.strictObject({
      sku: z.string(),
      options: z.record(z.string(), z.string()),
      price: z.string(),
      compare_at_price: z.string().nullable(),
      quantity: z.int(),
    }),
  ),
})

const Boutique = z.strictObject({
  shop: z.strictObject({
    name: z.string(),
    tagline: z.string(),
    currency: z.string(),
    hero: z.strictObject({ headline: z.string(), text: z.string(), image: z.string() }),
  }),
  categories: z.array(Category),
  products: z.array(Product),
})

export type Boutique = z.infer<typeof Boutique>

const folder = new URL('./', import.meta.url)

/** The sample shop that comes with the program. */
export async function readBoutique(): Promise<Boutique> {
  return Boutique.parse(JSON.parse(await readFile(new URL('boutique.json', folder), 'utf8')))
}

/** One of its pictures. */
export async function readPicture(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(new URL(`images/${file}`, folder)))
}
