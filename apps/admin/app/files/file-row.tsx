import { BadgeCheck, Download, Ellipsis, EyeOff, FileText, ImageIcon, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Menu } from '@rampart/kit/menu.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useCan } from '../session/use-me.ts'
import type { StoredFile } from './files-query.ts'

export type FileAction = 'preview' | 'download' | 'verify' | 'reject' | 'edit' | 'remove'

const entries = {
  download: { icon: Download, label: 'files.download' },
  verify: { icon: BadgeCheck, label: 'files.verify' },
  reject: { icon: EyeOff, label: 'files.reject' },
  edit: { icon: Pencil, label: 'files.edit' },
  remove: { icon: Trash2, label: 'files.remove' },
} as const

/** One file: what it is, who sees it, and what can be done with it. */
export function FileRow({ file, onAction }: { file: StoredFile; onAction: (action: FileAction) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const isClean = file.status === 'clean'
  const isPicture = file.width !== null
  const waits = file.visibility === 'public' && file.verified_at === null && file.url === null
  const mayChange = file.is_own || can('media:write')
  const actions = (['download', 'verify', 'reject', 'edit', 'remove'] as const).filter((action) => {
    if (action === 'download') return isClean
    if (action === 'verify') return isClean && file.verified_at === null && can('media:verify')
    // What somebody wants everybody to see, and nobody has looked at yet.
    if (action === 'reject') return waits && !file.is_own && can('media:write')
    return mayChange
  })
  const smallest = file.widths[0]
  return (
    <li className="flex items-center gap-4 px-5 py-3">
      <button
        type="button"
        disabled={!isClean || !isPicture}
        aria-label={t('files.preview', { name: file.name })}
        onClick={() => onAction('preview')}
        className="shrink-0 overflow-clip rounded-md"
      >
        {smallest === undefined ? (
          <span className="flex size-12 items-center justify-center bg-well text-ink-subtle">
            <Icon icon={isPicture ? ImageIcon : FileText} />
          </span>
        ) : (
          <Picture image={thumbnailOf(file.id, smallest)} alt="" sizes="3rem" className="size-12" />
        )}
      </button>
      <div className="min-w-0 flex-1 text-xs text-ink-subtle">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="text-control-sm font-medium wrap-anywhere text-ink">{file.name}</span>
          <Badge tone={file.visibility === 'public' ? 'info' : 'neutral'}>
            {t(`files.visibility.${file.visibility}`)}
          </Badge>
          {isClean ? null : <Badge tone="warning">{t('files.quarantined')}</Badge>}
          {file.verified_at === null ? null : <Badge tone="success">{t('files.verified')}</Badge>}
        </p>
        <p className="mt-1">
          {[
            file.content_type,
            t('files.size', { size: format.number(Math.max(1, Math.round(file.size / 1_000))) }),
            ...(isPicture ? [t('files.pixels', { width: file.width, height: file.height })] : []),
            format.dayTime(file.created_at),
            ...(file.is_own ? [t('files.yours')] : []),
          ].join(' · ')}
        </p>
        {file.alt === '' ? null : <p className="mt-1 text-ink-muted">{file.alt}</p>}
      </div>
      {actions.length === 0 ? null : (
        <Menu
          trigger={<IconButton icon={Ellipsis} label={`${t('common.actions')}: ${file.name}`} />}
          entries={actions.map((action) => ({
            kind: 'action' as const,
            label: t(entries[action].label),
            icon: entries[action].icon,
            ...(action === 'remove' ? { danger: true } : {}),
            onSelect: () => onAction(action),
          }))}
        />
      )}
    </li>
  )
}

/** With its width, so that browsers that can take it as AVIF. */
function thumbnailOf(id: string, width: number) {
  const url = `/api/v1/media/${id}/${width}`
  return { url, srcset: [{ url, width }] }
}
