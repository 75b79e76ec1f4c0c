import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Facts } from '@rampart/kit/facts.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import type { Provider } from './providers-query.ts'
import { WebhookFacts } from './webhook-facts.tsx'

const tones: Record<Provider['state'], Tone> = { off: 'neutral', test: 'warning', live: 'success' }

/** One way to pay: how it stands, what is missing, and what can be done about it. */
export function ProviderCard({
  provider,
  onKeys,
  onRemove,
  onCountries,
}: {
  provider: Provider
  onKeys: () => void
  onRemove: () => void
  onCountries: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = t(`payments.names.${provider.code}`)
  const kept = provider.keys?.some(({ ends }) => ends !== null) ?? false
  return (
    <Card
      title={name}
      action={
        <Badge tone={tones[provider.state]} dot>
          {t(`payments.states.${provider.state}`)}
        </Badge>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-control-sm text-ink-muted">{t(`payments.about.${provider.code}`)}</p>
        {provider.state === 'test' ? (
          <Notice tone="warning">
            <p>{t(provider.keys === null ? 'payments.sandboxNote' : 'payments.testNote')}</p>
          </Notice>
        ) : null}
        {provider.keys === null || provider.keys.length === 0 ? null : <Keys keys={provider.keys} />}
        {provider.countries === null ? null : (
          <Facts
            items={[
              {
                name: t('payments.countries'),
                value: provider.countries.map(format.country).join(', ') || t('payments.noCountries'),
              },
            ]}
          />
        )}
        {provider.webhook_url === null ? null : <WebhookFacts provider={provider} />}
        {provider.keys === null ? null : (
          <div className="flex flex-wrap gap-2">
            {provider.countries === null ? (
              <Button onClick={onKeys}>{t(kept ? 'payments.changeKeys' : 'payments.enterKeys')}</Button>
            ) : (
              <Button onClick={onCountries}>{t('payments.changeCountries')}</Button>
            )}
            <SwitchButton provider={provider} name={name} />
            {kept ? (
              <Button variant="ghost" onClick={onRemove}>
                {t('payments.removeKeys')}
              </Button>
            ) : null}
          </div>
        )}
      </div>
    </Card>
  )
}

function Keys({ keys }: { keys: NonNullable<Provider['keys']> }) {
  const { t } = useTranslation()
  return (
    <Facts
      items={keys.map(({ name, required, ends }) => ({
        name: t(`payments.keyNames.${name}`),
        value:
          ends === null
            ? t(required ? 'payments.isMissing' : 'payments.isOptional')
            : ends === ''
              ? t('payments.isKept')
              : t('payments.endsWith', { end: ends }),
      }))}
    />
  )
}

function SwitchButton({ provider, name }: { provider: Provider; name: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const { code, enabled } = provider
  const turn = useMutation({
    mutationFn: () => api.payments.updateProvider({ provider: code, enabled: !enabled }),
    onSuccess: () => toast({ title: t(enabled ? 'payments.switchedOff' : 'payments.switchedOn', { name }) }),
    onError: (error) => toast({ tone: 'danger', title: failureText(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: ['payment-providers'] }),
  })
  return (
    <>
      <Button
        variant={enabled ? 'secondary' : 'primary'}
        disabled={
          !enabled &&
          (provider.countries?.length === 0 ||
            provider.keys?.some(({ required, ends }) => required && ends === null))
        }
        pending={turn.isPending}
        onClick={() => turn.mutate()}
      >
        {t(enabled ? 'payments.switchOff' : 'payments.switchOn')}
      </Button>
      {provider.old_secret_until === null ? null : (
        <span className="self-center text-xs text-ink-subtle">
          {t('payments.oldUntil', { moment: format.dayTime(provider.old_secret_until) })}
        </span>
      )}
    </>
  )
}
