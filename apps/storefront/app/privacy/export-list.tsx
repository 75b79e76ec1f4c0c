import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import { buttonStyle } from '@rampart/kit/button-style.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { useEnvironment } from '../environment.tsx'

export type DataExport = {
  id: string
  status: 'queued' | 'ready' | 'expired' | 'failed'
  requested_at: string
  expires_at: string | null
  size: number | null
}

const tones: Record<DataExport['status'], Tone> = {
  queued: 'info',
  ready: 'success',
  expired: 'neutral',
  failed: 'danger',
}

/** The archives that were asked for lately, with the way to those that can be fetched. */
export function ExportList({ exports }: { exports: DataExport[] }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const dayOf = (moment: string): string => day.format(new Date(moment))
  return (
    <>
      <h3 className="mt-6 mb-1 text-sm font-semibold">{t('privacy.export.list')}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {exports.map(({ id, status, requested_at, expires_at, size }) => {
          const date = dayOf(requested_at)
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
              <div className="min-w-0 text-sm">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {t('privacy.export.of', { date })}
                  <Badge tone={tones[status]}>{t(`privacy.export.status.${status}`)}</Badge>
                </p>
                {status === 'ready' && expires_at !== null ? (
                  <p className="text-ink-muted">
                    {t('privacy.export.until', { date: dayOf(expires_at) })}
                    {size === null
                      ? null
                      : ` · ${t('privacy.export.size', { size: Math.ceil(size / 1_000) })}`}
                  </p>
                ) : null}
              </div>
              {status === 'ready' ? (
                // Not a page of the shop: the browser itself fetches and keeps it.
                <a
                  href={`/api/v1/auth/me/exports/${id}/download`}
                  download
                  aria-label={t('privacy.export.downloadOf', { date })}
                  className={buttonStyle({ size: 'sm' })}
                >
                  <Icon icon={Download} />
                  {t('privacy.export.download')}
                </a>
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}
