import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { DateText } from '../layout/date-text.tsx'
import { SecuritySection } from './security-section.tsx'
import type { loadTotp } from './totp-actions.ts'
import { useSessionWords } from './use-session-words.ts'

type Device = Awaited<ReturnType<typeof loadTotp>>['devices'][number]

/** Devices that stand in for the second factor. */
export function DevicesSection({ devices }: { devices: readonly Device[] }) {
  const { t } = useTranslation()
  const words = useSessionWords()
  return (
    <SecuritySection
      id="devices"
      title={t('security.factors.devicesTitle')}
      lead={devices.length === 0 ? t('security.factors.devicesNone') : t('security.factors.devicesText')}
    >
      {devices.length > 0 ? (
        <ul className="divide-y divide-line">
          {devices.map((device) => (
            <li key={device.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <span className="min-w-0">
                <span className="flex flex-wrap items-center gap-2 font-medium">
                  {words.device(device.device)}
                  {device.current ? <Badge tone="accent">{t('security.sessions.current')}</Badge> : null}
                </span>
                <span className="text-sm text-ink-muted">
                  {t('security.factors.rememberedUntil')} <DateText value={device.remembered_until} />
                </span>
              </span>
              <ShopForm preventScrollReset>
                <input type="hidden" name="intent" value="devices.forget" />
                <input type="hidden" name="device_id" value={device.id} />
                <button
                  type="submit"
                  aria-label={t('security.factors.forgetNamed', { device: words.device(device.device) })}
                  className="py-1 text-sm text-ink-muted underlined hover:text-danger"
                >
                  {t('security.factors.forget')}
                </button>
              </ShopForm>
            </li>
          ))}
        </ul>
      ) : null}
      {devices.length > 1 ? (
        <ShopForm preventScrollReset className="mt-3">
          <input type="hidden" name="intent" value="devices.forget-all" />
          <Button type="submit">{t('security.factors.forgetAll')}</Button>
        </ShopForm>
      ) : null}
    </SecuritySection>
  )
}
