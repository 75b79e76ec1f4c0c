import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { data, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { cx } from '@rampart/kit/cx.ts'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { AttributeList } from '../catalog/attribute-list.tsx'
import { chosenVariant } from '../catalog/choose-variant.ts'
import { ProductGallery } from '../catalog/product-gallery.tsx'
import { VariantPicker } from '../catalog/variant-picker.tsx'
import { DateText } from '../layout/date-text.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { pageError } from '../page-errors.ts'
import { ProductPrice } from '../prices/product-price.tsx'
import { clientOf } from '../shop-context.ts'

/** What no search engine keeps, no cache holds, and no page that is linked from here hears of. */
const hidden = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
}

export function headers() {
  return hidden
}

export async function loader({ context, params, url }: LoaderFunctionArgs) {
  const token = params['token'] ?? ''
  try {
    return data(
      { token, preview: await clientOf(context).catalog.getPreview({ token }) },
      { headers: hidden },
    )
  } catch (error) {
    if (toClientError(error).status !== 404) throw pageError(error, url)
    return data({ token, preview: null }, { status: 404, headers: hidden })
  }
}

/** A product's page before it is published, by a link of staff. It has no cart, no reviews and no recommendations. */
export default function PreviewPage() {
  const { t } = useTranslation()
  const { token, preview } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  if (preview === null)
    return (
      <div className="page pt-8">
        <PageHead title={t('preview.gone')} noIndex />
        <EmptyState
          icon={EyeOff}
          title={t('preview.gone')}
          action={<LinkButton href="/">{t('cart.continue')}</LinkButton>}
        >
          {t('preview.goneText')}
        </EmptyState>
      </div>
    )
  const { product, expires_at } = preview
  const variant = chosenVariant(product, params.get('variant'))
  const pictured = product.pictures.length > 0
  const paragraphs = product.description.split(/\n{2,}/).filter((text) => text && text !== product.summary)
  return (
    <div className="page pt-6">
      <PageHead title={`${t('preview.title')}: ${product.name}`} noIndex />
      <Notice tone="warning" title={t('preview.title')}>
        <p>{t(product.status === 'draft' ? 'preview.draft' : 'preview.published')}</p>
        <p>
          {t('preview.until')} <DateText value={expires_at} withTime /> UTC
        </p>
      </Notice>
      <div className="grid gap-8 pt-6 lg:grid-cols-12 lg:gap-14">
        <div className={cx('min-w-0 lg:col-span-7', !pictured && 'max-lg:order-last')}>
          {pictured ? <ProductGallery pictures={product.pictures} name={product.name} /> : null}
          <section className="mt-6 rounded-lg border border-line bg-surface px-6 py-4">
            <h2 className="pb-2 text-lg">{t('product.details')}</h2>
            <AttributeList attributes={product.attributes} sku={variant?.sku} />
          </section>
        </div>
        <div className="flex min-w-0 flex-col gap-6 self-start lg:col-span-5 lg:py-2">
          <div className="flex flex-col gap-2">
            {product.brand ? <p className="text-sm text-ink-subtle">{product.brand}</p> : null}
            <h1 className="text-3xl">{product.name}</h1>
            {variant ? <ProductPrice priced={variant} size="lg" withLowest /> : null}
          </div>
          {product.summary ? <p className="text-ink-muted">{product.summary}</p> : null}
          {variant ? <VariantPicker product={product} current={variant} path={`/preview/${token}`} /> : null}
          <p className="text-sm text-ink-subtle">{t('preview.noCart')}</p>
          <div className="space-y-4 whitespace-pre-line">
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}
