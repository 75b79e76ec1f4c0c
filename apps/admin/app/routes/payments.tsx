import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { CountriesDialog } from '../payments/countries-dialog.tsx'
import { KeysDialog } from '../payments/keys-dialog.tsx'
import { ProviderCard } from '../payments/provider-card.tsx'
import { type Provider, providersQuery } from '../payments/providers-query.ts'
import { Page } from '../shell/page.tsx'

type Open = { kind: 'keys' | 'remove' | 'countries'; provider: Provider } | null

export default function Payments() {
  const { t } = useTranslation()
  const providers = useQuery(providersQuery)
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <Page title={t('payments.title')} tab={t('payments.title')} lead={t('payments.lead')}>
      <Loaded query={providers} loading={<TableSkeleton rows={3} />}>
        {({ items }) => (
          <div className="grid items-start gap-5 lg:grid-cols-2">
            {items.map((provider) => (
              <ProviderCard
                key={provider.code}
                provider={provider}
                onKeys={() => setOpen({ kind: 'keys', provider })}
                onCountries={() => setOpen({ kind: 'countries', provider })}
                onRemove={() => setOpen({ kind: 'remove', provider })}
              />
            ))}
          </div>
        )}
      </Loaded>
      {open?.kind === 'keys' ? <KeysDialog provider={open.provider} onClose={close} /> : null}
      {open?.kind === 'countries' ? <CountriesDialog provider={open.provider} onClose={close} /> : null}
      {open?.kind === 'remove' ? (
        <DeleteDialog
          title={t('payments.removeTitle', { name: t(`payments.names.${open.provider.code}`) })}
          text={t('payments.removeText')}
          label={t('payments.removeKeys')}
          said={t('payments.removed')}
          shownBy={['payment-providers']}
          remove={() => api.payments.removeProviderKeys({ provider: open.provider.code })}
          onClose={close}
        />
      ) : null}
    </Page>
  )
}
