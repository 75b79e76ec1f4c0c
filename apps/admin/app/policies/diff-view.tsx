import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { lineDiff } from './line-diff.ts'

const looks = {
  same: { sign: ' ', style: 'text-ink-muted' },
  gone: { sign: '−', style: 'bg-danger-soft text-danger' },
  new: { sign: '+', style: 'bg-success-soft text-success' },
} as const

/** What changed between two texts; lines that went and came are marked by sign and colour. */
export function DiffView({ before, after, label }: { before: string; after: string; label: string }) {
  const { t } = useTranslation()
  const lines = lineDiff(before, after)
  if (lines.every(({ kind }) => kind === 'same'))
    return <p className="text-control-sm text-ink-subtle">{t('policies.sameText')}</p>
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line font-mono text-xs"
    >
      <ol className="w-max min-w-full py-1">
        {lines.map((line, index) => (
          <li key={index} className={cx('flex gap-2 px-2 whitespace-pre', looks[line.kind].style)}>
            <span aria-hidden="true" className="w-3 select-none">
              {looks[line.kind].sign}
            </span>
            {line.kind === 'same' ? null : (
              <span className="visually-hidden">{t(`policies.diff.${line.kind}`)} </span>
            )}
            {line.text === '' ? ' ' : line.text}
          </li>
        ))}
      </ol>
    </div>
  )
}
