import { cx } from './cx.ts'
import { formatMoney, type WireMoney } from './money.ts'

/** A price; with `compareAt` the former one is struck through, and both are named for screen readers. */
export function Price({
  price,
  compareAt,
  locale,
  labels,
  from,
  size = 'md',
}: {
  price: WireMoney
  compareAt?: WireMoney | null | undefined
  locale: string
  labels: { now: string; was: string }
  /** A word before the price when there are several, for example 'from'. */
  from?: string | undefined
  size?: 'sm' | 'md' | 'lg'
}) {
  const text = size === 'lg' ? 'text-2xl' : size === 'md' ? 'text-base' : 'text-sm'
  return (
    <p className={cx('figures flex flex-wrap items-baseline gap-x-2', text)}>
      {from ? <span className="text-[0.85em] text-ink-muted">{from}</span> : null}
      {compareAt ? <span className="visually-hidden">{labels.now}</span> : null}
      <span className={compareAt ? 'text-danger' : undefined}>{formatMoney(price, locale)}</span>
      {compareAt ? (
        <>
          <span className="visually-hidden">{labels.was}</span>
          <s className="text-[0.85em] text-ink-subtle">{formatMoney(compareAt, locale)}</s>
        </>
      ) : null}
    </p>
  )
}
