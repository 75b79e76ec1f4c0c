import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { AddressForm } from '../account/address-form.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { saveAddress } from '../account/save-address.ts'
import { countriesIn } from '../address/countries.ts'
import { PageHead } from '../layout/page-head.tsx'
import { readLocale } from '../preferences.ts'
import { clientOf } from '../shop-context.ts'

export function loader({ request, context, url }: LoaderFunctionArgs) {
  const shopper = requireCustomer({ context, url })
  return { countries: countriesIn(readLocale(request)), full_name: shopper.full_name }
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  return saveAddress(request, url, (input) => clientOf(context).customers.createAddress(input))
}

export default function NewAddress() {
  const { t } = useTranslation()
  const { countries, full_name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHead title={t('account.addAddressTitle')} noIndex />
      <h1 className="mb-6 text-3xl">{t('account.addAddressTitle')}</h1>
      <AddressForm countries={countries} values={{ full_name }} isDefault={false} answer={answer} />
    </>
  )
}
