import { KeyRound, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { Passkey } from './passkeys-query.ts'

/** One passkey: what it is called, since when, whether it lives on elsewhere. */
export function PasskeyRow({
  passkey,
  onRename,
  onRemove,
}: {
  passkey: Passkey
  onRename: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { name, created_at, last_used_at, backed_up } = passkey
  const used =
    last_used_at === null
      ? t('security.passkeys.neverUsed')
      : t('security.passkeys.lastUsed', { ago: format.ago(last_used_at) })
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0 last:pb-0">
      <Icon icon={KeyRound} className="text-ink-muted" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 font-medium break-words">{name}</span>
          <Badge tone={backed_up ? 'success' : 'neutral'}>
            {t(backed_up ? 'security.passkeys.backedUp' : 'security.passkeys.oneDevice')}
          </Badge>
        </div>
        <p className="text-control-sm text-ink-muted">
          {t('security.passkeys.addedOn', { date: format.day(created_at) })}, {used}
        </p>
      </div>
      <div className="flex">
        <IconButton icon={Pencil} label={t('security.passkeys.renameOf', { name })} onClick={onRename} />
        <IconButton icon={Trash2} label={t('security.passkeys.removeOf', { name })} onClick={onRemove} />
      </div>
    </li>
  )
}
