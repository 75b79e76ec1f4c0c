import { Package } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { OrderTable } from '../account/order-table.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { AddressBlock } from '../address/address-block.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { PasskeyOffer } from '../security/passkey-offer.tsx'
import { loadPasskeys } from '../security/passkeys-actions.ts'
import { clientOf } from '../shop-context.ts'

const RECENT = 3

export async function loader({ context, url }: LoaderFunctionArgs) {
  const shopper = requireCustomer({ context, url })
  const client = clientOf(context)
  const [orders, addresses, passkeys] = await needed(
    Promise.all([
      client.orders.listOrders({ page_size: RECENT }),
      client.customers.listAddresses({}),
      loadPasskeys(client),
    ]),
    url,
  )
  return {
    name: shopper.full_name,
    email: shopper.email,
    orders: orders.items,
    offersPasskey: passkeys.length === 0,
    address: (addresses.items.find((saved) => saved.is_default) ?? addresses.items[0])?.address ?? null,
  }
}

export default function AccountOverview() {
  const { t } = useTranslation()
  const { name, email, orders, address, offersPasskey } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('account.title')} noIndex />
      <h1 className="text-3xl">{t('account.hello', { name })}</h1>
      <div className="grid gap-10 pt-8 lg:grid-cols-[1fr_20rem]">
        <section className="min-w-0">
          <div className="mb-4 flex items-baseline justify-between gap-4">
            <h2 className="text-xl">{t('account.recentOrders')}</h2>
            {orders.length > 0 ? (
              <KitLink href="/account/orders" className="text-sm underlined">
                {t('account.allOrders')}
              </KitLink>
            ) : null}
          </div>
          {orders.length > 0 ? (
            <OrderTable orders={orders} />
          ) : (
            <EmptyState
              icon={Package}
              title={t('account.noOrdersTitle')}
              action={<LinkButton href="/search">{t('cart.continue')}</LinkButton>}
            >
              {t('account.noOrders')}
            </EmptyState>
          )}
        </section>
        <div className="space-y-5">
          <Card title={t('account.details')}>
            <p className="text-sm">{name}</p>
            <p className="text-sm wrap-anywhere text-ink-muted">{email}</p>
          </Card>
          <Card title={t('account.usualAddress')}>
            <div className="text-sm text-ink-muted">
              {address ? <AddressBlock address={address} /> : <p>{t('account.noAddress')}</p>}
            </div>
            <p className="mt-3 text-sm">
              <KitLink href="/account/addresses" className="underlined">
                {t('account.manageAddresses')}
              </KitLink>
            </p>
          </Card>
          {offersPasskey ? <PasskeyOffer /> : null}
        </div>
      </div>
    </>
  )
}
