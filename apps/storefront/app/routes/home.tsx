import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CategoryTiles } from '../catalog/category-tiles.tsx'
import type { ProductSummary } from '../catalog/types.ts'
import { ProductRow } from '../catalog/product-row.tsx'
import { Hero } from '../layout/hero.tsx'
import { JsonLd } from '../layout/json-ld.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { Promises } from '../layout/promises.tsx'
import { useShellData } from '../layout/use-shell-data.ts'
import { needed } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

const LOOKED_AT = 60
const NEW_SHOWN = 8
const SALE_SHOWN = 4
const TILES_SHOWN = 6

/** Upright pictures fill the tall frames of the opening best. */
function upright({ picture }: ProductSummary): number {
  return picture && picture.height > picture.width ? 1 : 0
}

export async function loader({ context, url }: LoaderFunctionArgs) {
  const { catalog } = clientOf(context)
  const [newest, tree] = await needed(
    Promise.all([catalog.listProducts({ sort: 'newest', page_size: LOOKED_AT }), catalog.listCategories({})]),
    url,
  )
  const pictured = newest.items.filter((product) => product.picture && product.in_stock)
  // What stands further down the page comes last: the first screen should not say it twice.
  const opening = [...pictured.slice(NEW_SHOWN), ...pictured.slice(0, NEW_SHOWN)].sort(
    (a, b) => upright(b) - upright(a),
  )
  const tiles = tree.items.filter((category) => category.product_count > 0).slice(0, TILES_SHOWN)
  return {
    hero: opening.slice(0, 2),
    fresh: newest.items.slice(0, NEW_SHOWN),
    sale: newest.items.filter((product) => product.compare_at_price && product.in_stock).slice(0, SALE_SHOWN),
    categories: tiles.map(({ slug, name, picture, product_count }) => ({
      slug,
      name,
      picture,
      product_count,
    })),
  }
}

export default function Home() {
  const { t } = useTranslation()
  const { hero, fresh, sale, categories } = useLoaderData<typeof loader>()
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
      <ProductRow title={t('home.newTitle')} products={fresh} more="/search?sort=newest" />
      <ProductRow title={t('home.saleTitle')} products={sale} />
      <Promises />
    </>
  )
}
