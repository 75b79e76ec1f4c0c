import { Download, FileText, ImageIcon, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { buttonStyle } from '@rampart/kit/button-style.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { DateText } from '../layout/date-text.tsx'

export type OwnFile = {
  readonly id: string
  readonly name: string
  readonly content_type: string
  readonly size: number
  readonly visibility: 'private' | 'public'
  readonly status: 'quarantined' | 'clean'
  readonly width: number | null
  readonly created_at: string
}

/** Bytes: larger ones are not fetched whole to be shown small. */
const MAX_PREVIEW = 1_000_000

const kindOf = (type: string): string =>
  type === 'application/pdf' ? 'PDF' : (type.split('/')[1] ?? type).toUpperCase()

/** A file of one's own: what it is, and what can be done with it. */
export function OwnFileItem({ file }: { file: OwnFile }) {
  const { t } = useTranslation()
  const { id, name, size, status } = file
  const isClean = status === 'clean'
  const address = `/api/v1/files/${id}/download`
  const amount =
    size < 1_000_000
      ? t('files.kilobytes', { size: Math.max(1, Math.round(size / 1_000)) })
      : t('files.megabytes', { size: Math.round(size / 100_000) / 10 })
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
      <span className="flex size-14 shrink-0 items-center justify-center overflow-clip rounded-md bg-well text-ink-subtle">
        {isClean && file.width !== null && size <= MAX_PREVIEW ? (
          <img src={address} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
        ) : (
          <Icon icon={file.width === null ? FileText : ImageIcon} />
        )}
      </span>
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
          {name}
          {isClean ? null : <Badge tone="warning">{t('files.waits')}</Badge>}
          {file.visibility === 'public' ? <Badge tone="info">{t('files.public')}</Badge> : null}
        </p>
        <p className="text-sm text-ink-muted">
          {kindOf(file.content_type)} · {amount} · <DateText value={file.created_at} />
        </p>
      </div>
      <div className="flex items-center gap-2">
        {isClean ? (
          // Not a page of the shop: the browser itself fetches and keeps it.
          <a
            href={address}
            download={name}
            aria-label={t('files.downloadOf', { name })}
            className={buttonStyle({ size: 'sm' })}
          >
            <Icon icon={Download} />
            {t('files.download')}
          </a>
        ) : null}
        <ShopForm>
          <input type="hidden" name="file_id" value={id} />
          <button
            type="submit"
            aria-label={t('files.removeOf', { name })}
            className={buttonStyle({ size: 'sm', variant: 'ghost' })}
          >
            <Icon icon={Trash2} />
            {t('files.remove')}
          </button>
        </ShopForm>
      </div>
    </li>
  )
}
