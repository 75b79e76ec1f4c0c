import { useFormat } from '../i18n/use-format.ts'

/** How far something is; without a total, only that it goes on. */
export function ProgressLine({ label, done, total }: { label: string; done: number; total: number | null }) {
  const format = useFormat()
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  return (
    <div className="flex items-center gap-3">
      <progress
        aria-label={label}
        {...(share === null ? {} : { value: share, max: 1 })}
        className="h-2 w-full flex-1 appearance-none overflow-hidden rounded-full bg-well accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-well [&::-webkit-progress-value]:bg-accent"
      />
      {share === null ? null : (
        <span className="figures w-12 text-right text-xs text-ink-subtle">
          {format.number(Math.floor(share * 100))} %
        </span>
      )}
    </div>
  )
}
