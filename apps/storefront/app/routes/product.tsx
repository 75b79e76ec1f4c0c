import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Breadcrumb } from '@rampart/kit/breadcrumb.tsx'
import { cx } from '@rampart/kit/cx.ts'
import { KitLink } from '@rampart/kit/link.tsx'
import { productsInCart } from '../cart/cart-of.ts'
import { AttributeList } from '../catalog/attribute-list.tsx'
import { BuyForm } from '../catalog/buy-form.tsx'
import { chosenVariant } from '../catalog/choose-variant.ts'
import { breadcrumbFacts, productFacts } from '../catalog/product-facts.ts'
import { ProductGallery } from '../catalog/product-gallery.tsx'
import { ProductRow } from '../catalog/product-row.tsx'
import { recommendedBeside, rememberView } from '../catalog/recommended.ts'
import { RecommendedRows } from '../catalog/recommended-rows.tsx'
import { Reduction } from '../catalog/reduction.tsx'
import { StockState } from '../catalog/stock-state.tsx'
import { VariantPicker } from '../catalog/variant-picker.tsx'
import { Disclosure } from '../layout/disclosure.tsx'
import { JsonLd } from '../layout/json-ld.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { useShellData } from '../layout/use-shell-data.ts'
import { CompareButton } from '../lists/compare-button.tsx'
import { HeartButton } from '../lists/heart-button.tsx'
import { MOST_COMPARED } from '../lists/id-cookie.ts'
import { NoticeForm } from '../lists/notice-form.tsx'
import { withSeen } from '../lists/with-seen.ts'
import { priceIn } from '../prices/price-in.ts'
import { ProductPrice } from '../prices/product-price.tsx'
import { useCurrency } from '../prices/use-currency.ts'
import { readCurrency } from '../preferences.ts'
import { needed, pageError } from '../page-errors.ts'
import { CardRating } from '../reviews/card-rating.tsx'
import { loadReviews } from '../reviews/load-reviews.ts'
import { ReviewsSection } from '../reviews/reviews-section.tsx'
import { clientOf, shopOf } from '../shop-context.ts'

const RELATED = 4

export async function loader({ request, context, params, url }: LoaderFunctionArgs) {
  const client = clientOf(context)
  const { catalog } = client
  const product = await needed(catalog.getProductBySlug({ slug: params['slug'] ?? '' }), url)
  // It has moved: whoever follows an old link, or indexed one, hears where to.
  if (product.slug !== params['slug']) throw redirect(`/p/${product.slug}${url.search}`, 301)
  const [blocks, reviews] = await Promise.all([
    productsInCart(context).then((held) => recommendedBeside(client, product.id, held, RELATED)),
    loadReviews(client, product.id, url),
    shopOf(context).shopper.kind === 'customer' ? rememberView(client, product.id) : null,
  ])
  return withSeen({ request, context }, { product, reviews, blocks })
}

export async function action({ request, context, params, url }: ActionFunctionArgs) {
  const form = await request.formData()
  const variantId = String(form.get('variant_id') ?? '')
  const quantity = Number(form.get('quantity') ?? 1)
  try {
    const currency = readCurrency(request, shopOf(context).shop.currencies)
    await clientOf(context).cart.addItem({
      variant_id: variantId,
      quantity,
      ...(currency === undefined ? {} : { currency }),
    })
  } catch (error) {
    const failure = toClientError(error)
    if (['CART_OUT_OF_STOCK', 'CART_FULL', 'CART_NOT_IN_CURRENCY'].includes(failure.code)) {
      return data({ problem: failure.code }, { status: failure.status })
    }
    throw pageError(error, url)
  }
  return redirect(`/p/${params['slug'] ?? ''}?variant=${encodeURIComponent(variantId)}&added=1`)
}

export default function ProductPage() {
  const { t } = useTranslation()
  const currency = useCurrency()
  const { product, blocks, reviews, seen } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const [params] = useSearchParams()
  const shop = useShellData()?.shop
  const variant = chosenVariant(product, params.get('variant'))
  const asked = variant ? priceIn(variant, currency ?? variant.price.currency) : null
  const crumbs = [
    { label: t('shell.home'), href: '/' },
    ...product.breadcrumb.map((node) => ({ label: node.name, href: `/c/${node.slug}` })),
    { label: product.name },
  ]
  // Without a picture the facts are what there is to look at: they take its place.
  const pictured = product.pictures.length > 0
  const paragraphs = product.description.split(/\n{2,}/).filter((text) => text && text !== product.summary)
  const problems = {
    CART_OUT_OF_STOCK: t('product.notEnough'),
    CART_FULL: t('cart.full'),
    CART_NOT_IN_CURRENCY: t('currency.line'),
  }
  return (
    <>
      <div className="page pt-6">
        <PageHead
          title={product.seo_title ?? product.name}
          description={product.seo_description ?? (product.summary || product.description.slice(0, 160))}
          image={product.pictures[0]?.url}
          canonical={`/p/${product.slug}`}
          type="product"
        />
        {shop ? (
          <>
            <JsonLd facts={productFacts(product, shop.public_url, reviews.page.items, t('reviews.noName'))} />
            <JsonLd facts={breadcrumbFacts(crumbs, shop.public_url)} />
          </>
        ) : null}
        <Breadcrumb label={t('shell.breadcrumb')} items={crumbs} />
        <div className="grid gap-8 pt-5 lg:grid-cols-12 lg:gap-14">
          <div className={cx('min-w-0 lg:col-span-7', !pictured && 'max-lg:order-last')}>
            {pictured ? (
              <ProductGallery key={product.id} pictures={product.pictures} name={product.name} />
            ) : (
              <section className="rounded-lg border border-line bg-surface px-6 py-4">
                <h2 className="pb-2 text-lg">{t('product.details')}</h2>
                <AttributeList attributes={product.attributes} sku={variant?.sku} />
              </section>
            )}
          </div>
          <div className="flex min-w-0 flex-col gap-6 self-start lg:sticky lg:top-24 lg:col-span-5 lg:py-2">
            <div className="flex flex-col gap-2">
              {product.brand ? (
                <p className="text-sm text-ink-subtle">
                  <KitLink
                    href={`/search?brand=${encodeURIComponent(product.brand)}`}
                    className="inline-block py-1 underline-offset-4 hover:text-ink hover:underline"
                  >
                    {product.brand}
                  </KitLink>
                </p>
              ) : null}
              <h1 className="text-3xl">{product.name}</h1>
              {product.rating ? (
                <a href="#reviews" className="self-start py-1 underline-offset-4 hover:underline">
                  <CardRating rating={product.rating} />
                </a>
              ) : null}
              {variant ? <ProductPrice priced={variant} size="lg" /> : null}
              {asked ? <Reduction variant={asked} /> : null}
              {variant && !asked && currency ? (
                <p className="text-sm text-ink-muted">{t('currency.notSoldText', { currency })}</p>
              ) : null}
            </div>
            {product.sold_by ? (
              <p className="-mt-3 text-sm text-ink-subtle">
                {t('product.soldBy', { name: product.sold_by.name })}
              </p>
            ) : null}
            {product.summary ? <p className="text-ink-muted">{product.summary}</p> : null}
            {variant ? (
              <>
                <VariantPicker product={product} current={variant} />
                <StockState
                  available={variant.available}
                  inStock={variant.in_stock}
                  shipsLater={variant.ships_later}
                />
                <BuyForm
                  variant={variant}
                  title={product.name}
                  priced={asked !== null}
                  added={params.get('added') === '1'}
                  problem={failed ? problems[failed.problem as keyof typeof problems] : undefined}
                />
                {variant.in_stock ? null : (
                  <NoticeForm
                    productId={product.id}
                    variantId={product.in_stock ? variant.id : undefined}
                    path={`/p/${product.slug}?variant=${variant.id}`}
                  />
                )}
              </>
            ) : null}
            <div className="-my-2 flex flex-wrap gap-x-6">
              <HeartButton productId={product.id} title={product.name} look="button" />
              <CompareButton productId={product.id} title={product.name} most={MOST_COMPARED} />
            </div>
            <div className="border-t border-line">
              {paragraphs.length > 0 ? (
                <Disclosure title={t('product.description')} open>
                  <div className="space-y-4 whitespace-pre-line">
                    {paragraphs.map((paragraph) => (
                      <p key={paragraph}>{paragraph}</p>
                    ))}
                  </div>
                </Disclosure>
              ) : null}
              {pictured ? (
                <Disclosure title={t('product.details')}>
                  <AttributeList attributes={product.attributes} sku={variant?.sku} />
                </Disclosure>
              ) : null}
              <Disclosure title={t('product.shippingTitle')}>
                <p>{t('product.shippingText')}</p>
              </Disclosure>
            </div>
          </div>
        </div>
      </div>
      <ReviewsSection slug={product.slug} {...reviews} />
      <RecommendedRows blocks={blocks} />
      <ProductRow title={t('seen.title')} products={seen} more="/seen" />
    </>
  )
}
