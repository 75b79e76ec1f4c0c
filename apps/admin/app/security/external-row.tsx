import { Link2, Unlink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { ExternalIdentity } from './external-query.ts'

/** One connected sign-in: where, as whom, since when. */
export function ExternalRow({ item, onRemove }: { item: ExternalIdentity; onRemove: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { label, email, linked_at, last_used_at } = item
  const used =
    last_used_at === null
      ? t('security.external.neverUsed')
      : t('security.external.lastUsed', { ago: format.ago(last_used_at) })
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0 last:pb-0">
      <Icon icon={Link2} className="text-ink-muted" />
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">{label}</p>
        {email === null ? null : <p className="text-control-sm wrap-anywhere text-ink-muted">{email}</p>}
        <p className="text-control-sm text-ink-muted">
          {t('security.external.since', { date: format.day(linked_at) })}, {used}
        </p>
      </div>
      <IconButton icon={Unlink} label={t('security.external.removeOf', { label })} onClick={onRemove} />
    </li>
  )
}
