import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { productsInCart } from '../cart/cart-of.ts'
import { CategoryTiles } from '../catalog/category-tiles.tsx'
import { openingProducts } from '../catalog/opening-products.ts'
import { ProductRow } from '../catalog/product-row.tsx'
import { recommendedAtHome } from '../catalog/recommended.ts'
import { RecommendedRows } from '../catalog/recommended-rows.tsx'
import { Hero } from '../layout/hero.tsx'
import { JsonLd } from '../layout/json-ld.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { Promises } from '../layout/promises.tsx'
import { useShellData } from '../layout/use-shell-data.ts'
import { loadSeen } from '../lists/load-seen.ts'
import { needed } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

const LOOKED_AT = 60
const LOOKED_AT_EACH = 24
const OPENING_SHOWN = 2
const NEW_SHOWN = 8
const SALE_SHOWN = 4
const TILES_SHOWN = 6
const RECOMMENDED = 4

export async function loader({ request, context, url }: LoaderFunctionArgs) {
  const client = clientOf(context)
  const { catalog } = client
  const [newest, tree, seen] = await needed(
    Promise.all([
      catalog.listProducts({ sort: 'newest', page_size: LOOKED_AT }),
      catalog.listCategories({}),
      loadSeen(request, { catalog }),
    ]),
    url,
  )
  const filled = tree.items.filter((category) => category.product_count > 0)
  const fresh = newest.items.slice(0, NEW_SHOWN)
  const departments = await needed(
    Promise.all(
      filled
        .slice(0, OPENING_SHOWN)
        .map(({ slug }) => catalog.listProducts({ category: slug, page_size: LOOKED_AT_EACH })),
    ),
    url,
  )
  const looked = seen.map(({ id }) => id)
  return {
    blocks: await recommendedAtHome(client, looked, await productsInCart(context), RECOMMENDED),
    hero: openingProducts(
      departments.map(({ items }) => items),
      newest.items,
      fresh,
    ).slice(0, OPENING_SHOWN),
    fresh,
    seen,
    sale: newest.items.filter((product) => product.compare_at_price && product.in_stock).slice(0, SALE_SHOWN),
    categories: filled.slice(0, TILES_SHOWN).map(({ slug, name, picture, product_count }) => ({
      slug,
      name,
      picture,
      product_count,
    })),
  }
}

export default function Home() {
  const { t } = useTranslation()
  const { hero, fresh, seen, sale, categories, blocks } = useLoaderData<typeof loader>()
  const shop = useShellData()?.shop
  return (
    <>
      <PageHead description={shop?.tagline} image={hero[0]?.picture?.url} />
      {shop ? (
        <JsonLd
          facts={{ '@type': 'Organization', name: shop.name, url: shop.public_url, slogan: shop.tagline }}
        />
      ) : null}
      <Hero products={hero} />
      <CategoryTiles categories={categories} />
      <RecommendedRows blocks={blocks} />
      <ProductRow title={t('home.newTitle')} products={fresh} more="/search?sort=newest" />
      <ProductRow title={t('home.saleTitle')} products={sale} />
      <ProductRow title={t('seen.title')} products={seen} more="/seen" />
      <Promises />
    </>
  )
}
