import { MapPin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { Badge } from '@rampart/kit/badge.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { AddressBlock } from '../address/address-block.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

export async function loader({ context, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  return { addresses: (await needed(clientOf(context).customers.listAddresses({}), url)).items }
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const addressId = String((await request.formData()).get('address_id') ?? '')
  await needed(clientOf(context).customers.deleteAddress({ address_id: addressId }), url)
  return redirect('/account/addresses')
}

export default function AccountAddresses() {
  const { t } = useTranslation()
  const { addresses } = useLoaderData<typeof loader>()
  const add = (
    <LinkButton href="/account/addresses/new" variant="primary">
      {t('account.addAddress')}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={t('account.addresses')} noIndex />
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl">{t('account.addresses')}</h1>
        {addresses.length > 0 ? add : null}
      </div>
      {addresses.length === 0 ? (
        <EmptyState icon={MapPin} title={t('account.noAddressesTitle')} action={add}>
          {t('account.noAddresses')}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {addresses.map(({ id, label, is_default, address }) => {
            const name = label || address.street
            return (
              <li key={id} className="flex flex-col rounded-lg border border-line bg-surface p-5">
                <p className="mb-2 flex min-h-6 items-center gap-2 font-medium">
                  {label || address.full_name}
                  {is_default ? <Badge tone="accent">{t('account.defaultBadge')}</Badge> : null}
                </p>
                <div className="flex-1 text-sm text-ink-muted">
                  <AddressBlock address={address} />
                </div>
                <div className="mt-4 flex gap-4 text-sm">
                  <KitLink
                    href={`/account/addresses/${id}`}
                    aria-label={t('account.editAddressOf', { name })}
                    className="py-1 underlined"
                  >
                    {t('account.editAddress')}
                  </KitLink>
                  <ShopForm>
                    <input type="hidden" name="address_id" value={id} />
                    <button
                      type="submit"
                      aria-label={t('account.deleteAddressOf', { name })}
                      className="py-1 text-ink-muted underlined hover:text-danger"
                    >
                      {t('account.deleteAddress')}
                    </button>
                  </ShopForm>
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
