import { useEnvironment } from '../environment.tsx'

/** A day in the reader's own writing. UTC on server and in the browser alike, so that both write the same. */
export function DateText({
  value,
  withTime,
  className,
}: {
  value: string
  withTime?: boolean
  className?: string
}) {
  const { locale } = useEnvironment()
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    ...(withTime ? { timeStyle: 'short' as const } : {}),
    timeZone: 'UTC',
  })
  return (
    <time dateTime={value} className={className} suppressHydrationWarning>
      {format.format(new Date(value))}
    </time>
  )
}
