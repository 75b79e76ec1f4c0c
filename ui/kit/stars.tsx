import { cx } from './cx.ts'

const STAR = 'M10 1.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z'

/** Five stars, so many of them filled as `value` says, with fractions. `label` says it in words. */
export function Stars({
  value,
  label,
  size = 'md',
  className,
}: {
  value: number
  label: string
  size?: 'sm' | 'md' | 'lg'
  className?: string
}) {
  const width = 20 * Math.min(5, Math.max(0, value))
  const box = size === 'sm' ? 'h-3.5 w-[4.375rem]' : size === 'md' ? 'h-4 w-20' : 'h-6 w-30'
  return (
    <svg viewBox="0 0 100 20" role="img" aria-label={label} className={cx('shrink-0', box, className)}>
      <Row className="fill-line-strong" />
      {width > 0 ? (
        <svg width={width} height="20" viewBox={`0 0 ${width} 20`}>
          <Row className="fill-warning" />
        </svg>
      ) : null}
    </svg>
  )
}

function Row({ className }: { className: string }) {
  return (
    <g className={className}>
      {[0, 20, 40, 60, 80].map((x) => (
        <path key={x} d={STAR} transform={`translate(${x} 0)`} />
      ))}
    </g>
  )
}
