import { Ellipsis, RotateCw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Menu } from '@rampart/kit/menu.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useRoleWords } from '../roles/use-role-words.ts'
import { useMe } from '../session/use-me.ts'
import { PersonName } from '../users/person-name.tsx'
import type { ApiKey } from './keys-query.ts'

const tones: Record<ApiKey['status'], Tone> = {
  active: 'success',
  rotating: 'warning',
  expired: 'neutral',
  revoked: 'neutral',
}

/** One key: what it may do, until when, and when it was last used. */
export function KeyRow({
  apiKey,
  onRotate,
  onRevoke,
}: {
  apiKey: ApiKey
  onRotate: () => void
  onRevoke: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useRoleWords()
  const me = useMe()
  const works = apiKey.status === 'active' || apiKey.status === 'rotating'
  const mine = apiKey.owner_id === me.id
  return (
    <li className="flex items-start gap-4 px-5 py-3">
      <div className="min-w-0 flex-1 text-xs text-ink-subtle">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="text-control-sm font-medium wrap-anywhere text-ink">{apiKey.name}</span>
          <Badge tone={tones[apiKey.status]} dot>
            {t(`keys.status.${apiKey.status}`)}
          </Badge>
        </p>
        <p className="mt-1">
          <span className="font-mono">{apiKey.prefix}…</span>
          {mine ? null : (
            <>
              {' · '}
              <PersonName id={apiKey.owner_id} />
            </>
          )}
          {' · '}
          {t(works ? 'keys.until' : 'keys.ended', { day: format.dayTime(apiKey.expires_at) })}
          {' · '}
          {apiKey.last_used_at === null
            ? t('keys.neverUsed')
            : t('keys.lastUsed', { when: format.ago(apiKey.last_used_at), ip: apiKey.last_used_ip ?? '–' })}
        </p>
        <p className="mt-1 text-ink-muted">{apiKey.permissions.map(words.permission).join(' · ')}</p>
        {apiKey.networks.length > 0 ? (
          <p className="mt-1 font-mono wrap-anywhere">{apiKey.networks.join(' · ')}</p>
        ) : null}
      </div>
      {works ? (
        <Menu
          trigger={<IconButton icon={Ellipsis} label={`${t('common.actions')}: ${apiKey.name}`} />}
          entries={[
            ...(mine && apiKey.status === 'active'
              ? [{ kind: 'action' as const, label: t('keys.rotate'), icon: RotateCw, onSelect: onRotate }]
              : []),
            { kind: 'action', label: t('keys.revoke'), icon: Trash2, danger: true, onSelect: onRevoke },
          ]}
        />
      ) : null}
    </li>
  )
}
