import { median } from '../load.ts'
import type { Measured, Race } from './measure.ts'
import { SCARCE_PIECES } from './products.ts'

/** What became of one contestant. The first one is what the others are compared with. */
export type Entry = {
  readonly title: string
  readonly about: string
  readonly rounds: readonly Measured[]
  /** Why there are no more rounds. */
  readonly trouble: string | undefined
}

type Row = {
  readonly name: string
  readonly read: (measured: Measured) => number
  readonly better?: 'more' | 'less'
}

const checkoutRows = (index: number, buyers: number): Row[] => [
  {
    name: `checkout, ${String(buyers)} buyers, orders/s`,
    read: (m) => m.checkouts[index]?.ordersPerSecond ?? Number.NaN,
    better: 'more',
  },
  { name: '  p50, ms', read: (m) => m.checkouts[index]?.p50 ?? Number.NaN },
  { name: '  p99, ms', read: (m) => m.checkouts[index]?.p99 ?? Number.NaN },
  { name: '  failures', read: (m) => m.checkouts[index]?.failures ?? Number.NaN },
]

const readRows = (name: string, of: 'listing' | 'detail'): Row[] => [
  { name: `${name}, requests/s`, read: (m) => m[of].perSecond, better: 'more' },
  { name: '  p50, ms', read: (m) => m[of].p50 },
  { name: '  p99, ms', read: (m) => m[of].p99 },
  { name: '  failures', read: (m) => m[of].failures },
  { name: '  size of an answer, kB', read: (m) => m[of].bytes / 1000 },
]

const rows: readonly Row[] = [
  ...readRows('listing of 20', 'listing'),
  ...readRows('product detail', 'detail'),
  ...checkoutRows(0, 8),
  ...checkoutRows(1, 32),
  { name: 'start to first 200, s', read: (m) => m.startSeconds, better: 'less' },
  { name: 'idle memory, MiB', read: (m) => m.idleMiB, better: 'less' },
]

/** The table: medians over the rounds, and behind them how many times better the first contestant is. */
export function report(entries: readonly Entry[]): string {
  const shown = entries.filter((entry) => entry.rounds.length > 0)
  const table = [
    ['', ...shown.map((entry) => entry.title)],
    ...rows.map((row) => [row.name, ...shown.map((entry) => cell(row, entry, shown[0]))]),
    ['race: 100 buyers, 10 pieces', ...shown.map(() => '')],
    [
      '  orders/refused/faults',
      ...shown.map((entry) => entry.rounds.map(({ race }) => outcome(race)).join('  ')),
    ],
    ['  seconds', ...shown.map((entry) => entry.rounds.map(({ race }) => n(race.seconds)).join('  '))],
    [
      '  sold of 10; stock left',
      ...shown.map((entry) => entry.rounds.map(({ race }) => books(race)).join('  ')),
    ],
  ]
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? []
  const lines = table.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const notes = entries.flatMap(({ title, about, trouble, rounds }) => [
    `${title}: ${about}.`,
    ...rounds.map(({ race }, index) => `  race ${String(index + 1)}: ${reasons(race)}`),
    ...(trouble === undefined
      ? []
      : [`${title}: ${rounds.length === 0 ? 'not measured' : 'not measured to the end'}: ${trouble}`]),
  ])
  return (shown.length === 0 ? notes : [...lines, '', ...notes]).join('\n')
}

function cell(row: Row, entry: Entry, first: Entry | undefined): string {
  const value = median(entry.rounds.map(row.read))
  if (row.better === undefined || first === undefined || entry === first) return n(value)
  const base = median(first.rounds.map(row.read))
  return `${n(value)} (${n(row.better === 'more' ? base / value : value / base)}×)`
}

function outcome({ orders, refused, faults }: Race): string {
  return `${String(orders)}/${String(refused)}/${String(faults)}`
}

function reasons({ reasons: heard }: Race): string {
  return (
    [...heard].map(([words, count]) => `${String(count)} × ${words.slice(0, 100)}`).join('; ') ||
    'nobody was turned away'
  )
}

function books({ stock: { sold, left } }: Race): string {
  const over = sold > SCARCE_PIECES ? ' OVERSOLD' : ''
  return `${String(sold)}; ${String(left)}${over}`
}

function n(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 })
}
