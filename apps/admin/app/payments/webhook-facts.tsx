import { useTranslation } from 'react-i18next'
import { CopyButton } from '@rampart/kit/copy-button.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { Provider } from './providers-query.ts'

/** The address to register at a provider, and when it was last heard of there. */
export function WebhookFacts({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const format = useFormat()
  const url = provider.webhook_url ?? ''
  return (
    <div className="rounded-lg bg-well p-4 text-control-sm">
      <h3 className="text-xs font-medium text-ink-subtle">{t('payments.webhookAddress')}</h3>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
        <span className="font-mono text-xs break-all">{url}</span>
        <CopyButton size="sm" text={url} label={t('payments.copy')} copiedLabel={t('payments.copied')} />
      </div>
      <h3 className="mt-3 text-xs font-medium text-ink-subtle">{t('payments.webhookEvents')}</h3>
      <p className="mt-1 font-mono text-xs wrap-anywhere">{provider.webhook_events.join(', ')}</p>
      <p className="mt-3 text-xs text-ink-subtle">
        {t('payments.lastWebhook')}:{' '}
        {provider.last_webhook_at === null
          ? t('payments.noWebhook')
          : format.dayTime(provider.last_webhook_at)}
      </p>
    </div>
  )
}
