import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { AddressForm } from '../account/address-form.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { saveAddress } from '../account/save-address.ts'
import { countriesIn } from '../address/countries.ts'
import { PageHead } from '../layout/page-head.tsx'
import { needed, notFound } from '../page-errors.ts'
import { readLocale } from '../preferences.ts'
import { clientOf } from '../shop-context.ts'

export async function loader({ request, context, params, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  const { items } = await needed(clientOf(context).customers.listAddresses({}), url)
  const saved = items.find((address) => address.id === params['addressId'])
  if (!saved) throw notFound()
  return { saved, countries: countriesIn(readLocale(request)) }
}

export async function action({ request, context, params, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const address_id = params['addressId'] ?? ''
  return saveAddress(request, url, (input) =>
    clientOf(context).customers.updateAddress({ address_id, ...input }),
  )
}

export default function EditAddress() {
  const { t } = useTranslation()
  const { saved, countries } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHead title={t('account.editAddressTitle')} noIndex />
      <h1 className="mb-6 text-3xl">{t('account.editAddressTitle')}</h1>
      <AddressForm
        countries={countries}
        values={{ ...saved.address, label: saved.label }}
        isDefault={saved.is_default}
        answer={answer}
      />
    </>
  )
}
