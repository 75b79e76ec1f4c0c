import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Format } from '../i18n/use-format.ts'
import type { Sales } from './sales.ts'

type Point = { day: string; value: number; orders: number }

/** Sales per day as bars. Loaded on its own: the chart library is larger than the page. */
export function SalesChart({
  sales,
  currency,
  format,
  ordersLabel,
}: {
  sales: Sales
  currency: string
  format: Format
  ordersLabel: (count: number) => string
}) {
  // Heights only; every figure that is read comes from the exact decimals.
  const points: Point[] = sales.days.map(({ day, value, orders }) => ({
    day,
    orders,
    value: Number(value?.amount ?? 0),
  }))
  const noon = (day: string) => `${day}T12:00:00`
  const money = (value: number) => format.money({ amount: String(value), currency })
  const short = new Intl.NumberFormat(format.locale, { notation: 'compact', maximumFractionDigits: 1 })
  return (
    <ResponsiveContainer width="100%" height={172}>
      <BarChart
        data={points}
        margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
        barCategoryGap={3}
        accessibilityLayer
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="day"
          tickFormatter={(day: string) => format.shortDay(noon(day))}
          tickLine={false}
          axisLine={false}
          minTickGap={48}
          tick={{ fontSize: 11, fill: 'var(--ink-subtle)' }}
        />
        <YAxis
          tickFormatter={(value: number) => short.format(value)}
          tickLine={false}
          axisLine={false}
          width={40}
          tickCount={4}
          tick={{ fontSize: 11, fill: 'var(--ink-subtle)' }}
        />
        <Tooltip
          cursor={{ fill: 'var(--hover)' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as Point | undefined
            if (!active || !point) return null
            return (
              <div className="rounded-md border border-line bg-raised px-3 py-2 text-xs shadow-md">
                <p className="text-ink-subtle">{format.day(noon(point.day))}</p>
                <p className="figures mt-0.5 font-semibold">{money(point.value)}</p>
                <p className="text-ink-muted">{ordersLabel(point.orders)}</p>
              </div>
            )
          }}
        />
        <Bar
          dataKey="value"
          fill="var(--accent)"
          radius={[2, 2, 0, 0]}
          maxBarSize={22}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}
