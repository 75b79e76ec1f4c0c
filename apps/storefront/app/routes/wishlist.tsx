import { Heart } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Pagination } from '@rampart/kit/pagination.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { changeWishlist } from '../lists/change-wishlist.ts'
import { idsCookie, readIds, withId } from '../lists/id-cookie.ts'
import { isSecure, listAnswer } from '../lists/list-answer.ts'
import { SharePanel } from '../lists/share-panel.tsx'
import { WishList } from '../lists/wish-list.tsx'
import { localPath } from '../local-path.ts'
import { needed, pageError } from '../page-errors.ts'
import { clientOf, shopOf } from '../shop-context.ts'

const PAGE_SIZE = 24

export async function loader({ request, context, url }: LoaderFunctionArgs) {
  const { catalog, customers } = clientOf(context)
  if (shopOf(context).shopper.kind === 'customer') {
    const page = Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1)
    const list = await needed(customers.getWishlist({ page, page_size: PAGE_SIZE }), url)
    return { ...list, guest: false, shared: list.shared_at !== null }
  }
  const ids = readIds(request, 'wishlist')
  const { items } = ids.length > 0 ? await needed(catalog.getCards({ product_ids: ids }), url) : { items: [] }
  return {
    items: items.map((product) => ({ product_id: product.id, product, notice: false })),
    ...{ name: '', shared: false, guest: true, page: 1, page_size: PAGE_SIZE, total: items.length },
  }
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  const form = await request.formData()
  const shop = shopOf(context)
  const intent = String(form.get('intent') ?? '')
  if (shop.shopper.kind === 'guest') {
    const id = String(form.get('product_id') ?? '')
    const ids = readIds(request, 'wishlist')
    if (intent !== 'add' && intent !== 'remove') return redirect('/sign-in?next=%2Fwishlist')
    const next = intent === 'add' ? withId(ids, id) : ids.filter((other) => other !== id)
    return listAnswer(form, [idsCookie('wishlist', next, isSecure(shop.shop))])
  }
  const change = await changeWishlist(clientOf(context), intent, form).catch((error: unknown) => {
    throw pageError(error, url)
  })
  if (change.problem === 'choose')
    return redirect(localPath(`/p/${encodeURIComponent(String(form.get('slug') ?? ''))}`))
  if (change.problem) return data({ problem: change.problem }, { status: 409 })
  return change.url ? data({ url: change.url }) : listAnswer(form)
}

export default function WishlistPage() {
  const { t } = useTranslation()
  const { items, name, shared, guest, page, page_size, total } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const title = name || t('wishlist.title')
  return (
    <div className="page pt-8">
      <PageHead title={t('wishlist.title')} noIndex />
      <h1 className="text-3xl">{title}</h1>
      {done && 'problem' in done ? (
        <Notice tone="danger" className="mt-6">
          {t(`wishlist.problem_${done.problem}`)}
        </Notice>
      ) : null}
      {guest && items.length > 0 ? (
        <p className="mt-3 text-ink-muted">
          {t('wishlist.guest')}{' '}
          <KitLink href="/sign-in?next=%2Fwishlist" className="underlined">
            {t('shell.signIn')}
          </KitLink>
        </p>
      ) : null}
      {items.length === 0 ? (
        <EmptyState
          icon={Heart}
          title={t('wishlist.emptyTitle')}
          action={
            <LinkButton href="/search" variant="primary">
              {t('cart.continue')}
            </LinkButton>
          }
        >
          {t('wishlist.empty')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-10 pt-6">
          <WishList wishes={items} />
          <Pagination
            page={page}
            pageCount={Math.ceil(total / page_size)}
            href={(number) => `/wishlist?page=${number}`}
            labels={{
              nav: t('list.pages'),
              previous: t('list.previousPage'),
              next: t('list.nextPage'),
              page: (number) => t('list.page', { page: number }),
            }}
          />
        </div>
      )}
      {guest ? null : (
        <SharePanel name={name} shared={shared} url={done && 'url' in done ? done.url : undefined} />
      )}
    </div>
  )
}
