import { useFormat } from '../i18n/use-format.ts'

/** Numbers at a glance, each below what it counts. */
export function Figures({ figures }: { figures: readonly (readonly [label: string, value: number])[] }) {
  const format = useFormat()
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3 rounded-lg border border-line bg-surface px-5 py-3">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt className="text-xs text-ink-subtle">{label}</dt>
          <dd className="figures text-lg font-semibold">{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
