import type { Review } from '../reviews/types.ts'
import type { Product, Variant } from './types.ts'

type Crumb = { label: string; href?: string }

/** schema.org BreadcrumbList. */
export function breadcrumbFacts(crumbs: Crumb[], publicUrl: string): Record<string, unknown> {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.label,
      ...(crumb.href ? { item: new URL(crumb.href, publicUrl).href } : {}),
    })),
  }
}

function availabilityOf({ in_stock, ships_later }: Variant): string {
  if (!in_stock) return 'OutOfStock'
  return ships_later ? 'BackOrder' : 'InStock'
}

function offer(variant: Variant, url: string, seller: Product['sold_by']): Record<string, unknown> {
  return {
    '@type': 'Offer',
    sku: variant.sku,
    price: variant.price.amount,
    priceCurrency: variant.price.currency,
    ...(variant.sale_ends_at ? { priceValidUntil: variant.sale_ends_at.slice(0, 10) } : {}),
    availability: `https://schema.org/${availabilityOf(variant)}`,
    url,
    ...(seller ? { seller: { '@type': 'Organization', name: seller.name } } : {}),
  }
}

function reviewFacts(review: Review, noName: string): Record<string, unknown> {
  return {
    '@type': 'Review',
    author: { '@type': 'Person', name: review.author_name || noName },
    datePublished: review.created_at.slice(0, 10),
    ...(review.title ? { name: review.title } : {}),
    reviewBody: review.text,
    reviewRating: { '@type': 'Rating', ratingValue: review.rating, bestRating: 5, worstRating: 1 },
  }
}

/** schema.org Product, with an offer for each variant and the reviews that the page shows. */
export function productFacts(
  product: Product,
  publicUrl: string,
  reviews: Review[],
  noName: string,
): Record<string, unknown> {
  const url = new URL(`/p/${product.slug}`, publicUrl).href
  return {
    '@type': 'Product',
    name: product.name,
    description: product.summary || product.description.slice(0, 500),
    url,
    ...(product.brand ? { brand: { '@type': 'Brand', name: product.brand } } : {}),
    ...(product.variants[0] ? { sku: product.variants[0].sku } : {}),
    image: product.pictures.map((picture) => new URL(picture.url, publicUrl).href),
    ...(product.rating
      ? {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: product.rating.average,
            reviewCount: product.rating.count,
            bestRating: 5,
            worstRating: 1,
          },
        }
      : {}),
    ...(reviews.length > 0 ? { review: reviews.map((each) => reviewFacts(each, noName)) } : {}),
    offers: product.variants.map((variant) => offer(variant, url, product.sold_by)),
  }
}
