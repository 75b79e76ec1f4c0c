import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { CompareTable } from '../lists/compare-table.tsx'
import { idsCookie, MOST_COMPARED, readIds } from '../lists/id-cookie.ts'
import { isSecure, listAnswer } from '../lists/list-answer.ts'
import { ListForm } from '../lists/list-form.tsx'
import { pageError } from '../page-errors.ts'
import { clientOf, shopOf } from '../shop-context.ts'

export async function loader({ request, context, url }: LoaderFunctionArgs) {
  const { catalog } = clientOf(context)
  const found = await Promise.all(
    readIds(request, 'compare').map((product_id) =>
      catalog.getProduct({ product_id }).catch((error: unknown) => {
        // No longer sold: the others are compared without it.
        if (toClientError(error).status === 404) return null
        throw pageError(error, url)
      }),
    ),
  )
  return { products: found.filter((product) => product !== null) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { shop } = shopOf(context)
  const id = String(form.get('product_id') ?? '')
  const others = readIds(request, 'compare').filter((other) => other !== id)
  const intent = form.get('intent')
  if (intent === 'add' && others.length === MOST_COMPARED) return data({ done: false }, { status: 409 })
  const ids = intent === 'add' ? [...others, id] : intent === 'clear' ? [] : others
  return listAnswer(form, [idsCookie('compare', ids, isSecure(shop))])
}

export default function ComparePage() {
  const { t } = useTranslation()
  const { products } = useLoaderData<typeof loader>()
  return (
    <div className="page pt-8">
      <PageHead title={t('compare.title')} noIndex />
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="text-3xl">{t('compare.title')}</h1>
        {products.length > 0 ? (
          <ListForm action="/compare" intent="clear">
            {() => (
              <Button type="submit" variant="ghost" size="sm" className="-mr-3">
                {t('compare.clear')}
              </Button>
            )}
          </ListForm>
        ) : null}
      </div>
      {products.length === 0 ? (
        <EmptyState
          icon={Scale}
          title={t('compare.emptyTitle')}
          action={
            <LinkButton href="/search" variant="primary">
              {t('cart.continue')}
            </LinkButton>
          }
        >
          {t('compare.empty', { count: MOST_COMPARED })}
        </EmptyState>
      ) : (
        <div className="pt-6">
          <CompareTable products={products} />
          {products.length === 1 ? <p className="pt-4 text-ink-muted">{t('compare.oneMore')}</p> : null}
        </div>
      )}
    </div>
  )
}
