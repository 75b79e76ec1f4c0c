import { ShoppingBag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { CartLine } from '../cart/cart-line.tsx'
import { cartOf } from '../cart/cart-of.ts'
import { CartTotals } from '../cart/cart-totals.tsx'
import { recommendedForCart } from '../catalog/recommended.ts'
import { RecommendedRows } from '../catalog/recommended-rows.tsx'
import { changeCodes, codeWish } from '../codes/change-codes.ts'
import { CodeField } from '../codes/code-field.tsx'
import { EnteredCodes } from '../codes/entered-codes.tsx'
import { formValues } from '../forms/form-values.ts'
import { DefaultSubmit } from '../forms/default-submit.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed, pageError } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

const RECOMMENDED = 4

/** What must be gone before anything is ordered. */
const blocking = new Set<string>(['out_of_stock', 'not_sold_any_more', 'not_sold_in_currency'])

export async function loader({ context, url }: LoaderFunctionArgs) {
  const cart = await needed(cartOf(context), url)
  const ids = cart.items.map((item) => item.product_id)
  return { cart, blocks: await recommendedForCart(clientOf(context), ids, RECOMMENDED) }
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  const form = await request.formData()
  const client = clientOf(context)
  const { cart } = client
  const values = formValues(form)
  const wish = codeWish(values)
  if (wish !== null) {
    const refused = await changeCodes(client, wish).catch((error: unknown) => {
      throw pageError(error, url)
    })
    if (refused !== null)
      return data({ problem: null, code: refused, typed: values['code'] }, { status: 409 })
    return redirect('/cart')
  }
  const itemId = String(form.get('item_id') ?? '')
  const quantity = Number(form.get('quantity') ?? 0)
  try {
    if (form.get('intent') === 'remove' || quantity === 0) await cart.removeItem({ item_id: itemId })
    else await cart.updateItem({ item_id: itemId, quantity })
  } catch (error) {
    const failure = toClientError(error)
    if (failure.code === 'CART_OUT_OF_STOCK' || failure.code === 'CART_NOT_IN_CURRENCY')
      return data({ problem: failure.code, code: null, typed: undefined }, { status: failure.status })
    throw pageError(error, url)
  }
  return redirect('/cart')
}

export default function CartPage() {
  const { t } = useTranslation()
  const { cart, blocks } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const blocked = cart.items.some((item) => item.notes.some((note) => blocking.has(note)))
  return (
    <>
      <div className="page pt-8">
        <PageHead title={t('cart.title')} noIndex />
        <h1 className="text-3xl">{t('cart.title')}</h1>
        {failed?.problem ? (
          <Notice tone="danger" className="mt-6">
            {t(failed.problem === 'CART_NOT_IN_CURRENCY' ? 'currency.line' : 'product.notEnough')}
          </Notice>
        ) : null}
        {cart.items.length === 0 ? (
          <EmptyState
            icon={ShoppingBag}
            title={t('cart.emptyTitle')}
            action={
              <LinkButton href="/search" variant="primary">
                {t('cart.continue')}
              </LinkButton>
            }
          >
            {t('cart.empty')}
          </EmptyState>
        ) : (
          <div className="grid gap-10 pt-6 lg:grid-cols-[1fr_22rem] lg:gap-16">
            <div className="min-w-0">
              {cart.items.some((item) => item.notes.some((note) => note !== 'ships_later')) ? (
                <Notice tone="warning" title={t('cart.changedTitle')} className="mb-2" />
              ) : null}
              <ul className="divide-y divide-line border-y border-line">
                {cart.items.map((item) => (
                  <CartLine key={item.id} item={item} />
                ))}
              </ul>
            </div>
            <section
              aria-label={t('cart.summary')}
              className="self-start rounded-lg bg-well p-6 lg:sticky lg:top-24"
            >
              <CartTotals cart={cart} />
              <p className="mt-1 text-sm text-ink-muted">{t('cart.taxNote')}</p>
              <ShopForm>
                <DefaultSubmit name="intent" value="code" />
                <EnteredCodes
                  coupons={cart.coupons}
                  giftCards={cart.gift_cards}
                  currency={cart.subtotal.currency}
                />
                <CodeField
                  key={cart.coupons.length + cart.gift_cards.length}
                  failed={failed?.code}
                  typed={failed?.typed}
                />
              </ShopForm>
              {blocked ? null : (
                <LinkButton href="/checkout" variant="primary" size="lg" block className="mt-5">
                  {t('cart.checkout')}
                </LinkButton>
              )}
              <p className="mt-4 text-center text-sm">
                <KitLink href="/search" className="underlined">
                  {t('cart.continue')}
                </KitLink>
              </p>
            </section>
          </div>
        )}
      </div>
      <RecommendedRows blocks={blocks} inCart />
    </>
  )
}
