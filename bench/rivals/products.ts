export type Product = {
  readonly slug: string
  readonly name: string
  readonly sku: string
  readonly description: string
  readonly category: string
  readonly brand: string
  /** "12.50" */
  readonly price: string
  readonly quantity: number
}

export const SCARCE_SKU = 'SCARCE'
export const SCARCE_PIECES = 10
const PER_CATEGORY = 150

// prettier-ignore
const categories = [
  'Laptops', 'Cameras', 'Shirts', 'Jackets', 'Tables', 'Lamps', 'Guitars', 'Bicycles', 'Monitors', 'Keyboards',
  'Backpacks', 'Kettles', 'Sofas', 'Tents', 'Drones', 'Watches', 'Speakers', 'Routers', 'Pans', 'Blenders',
] as const

// prettier-ignore
const kinds = ['Compact', 'Classic', 'Rugged', 'Quiet', 'Folding', 'Portable', 'Plain', 'Heavy', 'Vintage'] as const

/** 3,000 made-up products of one variant each, and one of which there are 10. All shops sell the same. */
export function madeUpProducts(): Product[] {
  const plenty = Array.from({ length: categories.length * PER_CATEGORY }, (_, index) => ({
    ...article(index + 1),
    sku: `SKU-${String(index + 1)}`,
    quantity: 1_000_000,
  }))
  const scarce = { ...article(plenty.length + 1), sku: SCARCE_SKU, quantity: SCARCE_PIECES }
  return [...plenty, scarce]
}

function article(number: number): Omit<Product, 'sku' | 'quantity'> {
  const category = categories[number % categories.length] ?? categories[0]
  const kind = kinds[number % kinds.length] ?? kinds[0]
  const name = `${kind} ${category} Article ${String(number)}`
  return {
    slug: `article-${String(number)}`,
    name,
    description: `${name} is made for every day. ${'It is built to last, easy to mend and comes with a warranty of two years. '.repeat(4)}`,
    category,
    brand: `Brand ${String(number % 12)}`,
    price: (10 + (number % 90) + 0.5).toFixed(2),
  }
}
