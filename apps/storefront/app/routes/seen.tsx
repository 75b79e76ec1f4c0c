import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { ProductGrid } from '../catalog/product-grid.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { idsCookie } from '../lists/id-cookie.ts'
import { isSecure, listAnswer } from '../lists/list-answer.ts'
import { ListForm } from '../lists/list-form.tsx'
import { ALL_SEEN, loadSeen } from '../lists/load-seen.ts'
import { needed } from '../page-errors.ts'
import { clientOf, shopOf } from '../shop-context.ts'

export async function loader({ request, context, url }: LoaderFunctionArgs) {
  return { products: await needed(loadSeen(request, clientOf(context), undefined, ALL_SEEN), url) }
}

/** Forgets what was looked at. */
export async function action({ request, context }: ActionFunctionArgs) {
  const cookie = idsCookie('seen', [], isSecure(shopOf(context).shop))
  return listAnswer(await request.formData(), [cookie])
}

/** Everything this browser remembers to have looked at, the newest first. */
export default function SeenPage() {
  const { t } = useTranslation()
  const { products } = useLoaderData<typeof loader>()
  return (
    <div className="page pt-8">
      <PageHead title={t('seen.title')} noIndex />
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="text-3xl">{t('seen.title')}</h1>
        {products.length > 0 ? (
          <ListForm action="/seen" intent="clear">
            {() => (
              <Button type="submit" variant="ghost" size="sm" className="-mr-3">
                {t('seen.clear')}
              </Button>
            )}
          </ListForm>
        ) : null}
      </div>
      {products.length > 0 ? (
        <>
          <p className="mt-3 text-ink-muted">{t('seen.lead')}</p>
          <div className="pt-6">
            <ProductGrid products={products} level={2} />
          </div>
        </>
      ) : (
        <EmptyState
          icon={History}
          title={t('seen.emptyTitle')}
          action={
            <LinkButton href="/search" variant="primary">
              {t('cart.continue')}
            </LinkButton>
          }
        >
          {t('seen.empty')}
        </EmptyState>
      )}
    </div>
  )
}
