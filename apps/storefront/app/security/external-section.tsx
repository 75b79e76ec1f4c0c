import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { buttonStyle } from '@rampart/kit/button-style.ts'
import { Notice } from '@rampart/kit/notice.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import type { ExternalAnswer, loadExternal } from './external-actions.ts'
import { ExternalItem } from './external-item.tsx'
import { SecuritySection } from './security-section.tsx'

/** Sign-ins of providers: what is connected, what waits to be, and what could be. */
export function ExternalSection({
  external,
  answer,
}: {
  external: Awaited<ReturnType<typeof loadExternal>>
  answer: ExternalAnswer | undefined
}) {
  const { t } = useTranslation()
  const { state, formData } = useNavigation()
  const { providers, items, offer } = external
  const location = answer?.goOn?.location
  useEffect(() => {
    if (location !== undefined) window.location.assign(location)
  }, [location])
  if (providers.length === 0 && items.length === 0) return null
  const problem = answer === undefined ? external.problem : answer.problem
  const done = answer === undefined ? (external.connected ? 'connected' : undefined) : answer.done
  const pending = (value: string) => state !== 'idle' && formData?.get('provider') === value
  return (
    <SecuritySection id="connected" title={t('security.external.title')} lead={t('security.external.lead')}>
      <div className="space-y-4">
        {problem ? <Notice tone="danger">{t(`security.external.problem.${problem}`)}</Notice> : null}
        {done ? <Notice tone="success">{t(`security.external.${done}`)}</Notice> : null}
        {answer?.goOn ? (
          <Notice title={t('security.external.goOnTitle')}>
            <a href={answer.goOn.location} className="underlined">
              {t('security.external.goOn', { label: answer.goOn.label })}
            </a>
          </Notice>
        ) : null}
        {offer ? (
          <Notice title={t('security.external.offerTitle', { label: offer.label })}>
            <p>{t('security.external.offer', { email: offer.email ?? offer.label })}</p>
            <ShopForm preventScrollReset className="mt-3">
              <input type="hidden" name="intent" value="external.accept" />
              <input type="hidden" name="offer_id" value={offer.id} />
              <Button type="submit" variant="primary" size="sm" pending={state !== 'idle'}>
                {t('security.external.accept')}
              </Button>
            </ShopForm>
          </Notice>
        ) : null}
        {items.length === 0 ? (
          <p className="text-sm text-ink-muted">{t('security.external.none')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {items.map((item) => (
              <ExternalItem key={item.id} item={item} />
            ))}
          </ul>
        )}
        <div className="flex flex-wrap gap-3">
          {providers.map(({ id, label }) => (
            <ShopForm key={id} preventScrollReset className="max-w-full">
              <input type="hidden" name="intent" value="external.connect" />
              <input type="hidden" name="provider" value={id} />
              <input type="hidden" name="label" value={label} />
              <button
                type="submit"
                disabled={pending(id)}
                className={`${buttonStyle({ size: 'sm' })} max-w-full`}
              >
                <span className="truncate">{t('security.external.connect', { label })}</span>
              </button>
            </ShopForm>
          ))}
        </div>
      </div>
    </SecuritySection>
  )
}
