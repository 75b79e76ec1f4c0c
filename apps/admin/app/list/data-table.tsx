import {
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type Header,
  type RowData,
  type SortingState,
} from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { cx } from '@rampart/kit/cx.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { Cell, HeadCell, Row, Table } from '@rampart/kit/table.tsx'
import { useRowKeys } from './use-row-keys.ts'

const features = tableFeatures({ rowSortingFeature })

export type Column<T> = {
  id: string
  header: ReactNode
  cell: (row: T) => ReactNode
  /** For figures: aligned at their end. */
  end?: boolean
  /** The server can sort by it, under the column's id. */
  sortable?: boolean
  /** Left out below this width; what matters stands in the first column too. */
  from?: 'sm' | 'md' | 'lg'
  className?: string
}

const shownFrom = { sm: 'hidden sm:table-cell', md: 'hidden md:table-cell', lg: 'hidden lg:table-cell' }

function sortingOf(sort: string | undefined): SortingState {
  if (sort === undefined) return []
  return [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }]
}

function sortOf(sorting: SortingState): string | null {
  const first = sorting[0]
  return first === undefined ? null : `${first.desc ? '-' : ''}${first.id}`
}

/** Rows in columns. The first column holds a `RowLink`; j and k walk from row to row, Enter opens. */
export function DataTable<T extends RowData>({
  caption,
  columns,
  rows,
  rowId,
  sort,
  onSort,
}: {
  caption: string
  columns: Column<T>[]
  rows: T[]
  rowId: (row: T) => string
  /** As the server takes it: `name`, or `-name` for descending. */
  sort?: string | undefined
  onSort?: (sort: string | null) => void
}) {
  const definitions = useMemo<ColumnDef<typeof features, T>[]>(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: T) => row,
        enableSorting: column.sortable === true,
      })),
    [columns],
  )
  const sorting = sortingOf(sort)
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    manualSorting: true,
    state: { sorting },
    onSortingChange: (change) => onSort?.(sortOf(typeof change === 'function' ? change(sorting) : change)),
  })
  const container = useRowKeys()
  const spec = new Map(columns.map((column) => [column.id, column]))
  return (
    <div ref={container}>
      <Table caption={caption}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const column = spec.get(header.column.id)
                return column ? <Head key={header.id} column={column} header={header} /> : null
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <Row key={row.id} interactive className="relative has-[a:focus-visible]:bg-hover">
              {columns.map((column) => (
                <Cell
                  key={column.id}
                  end={column.end ?? false}
                  className={cx(column.from && shownFrom[column.from], column.className)}
                >
                  {column.cell(row.original)}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

const directions = {
  asc: { aria: 'ascending', icon: ArrowUp },
  desc: { aria: 'descending', icon: ArrowDown },
} as const

function Head<T extends RowData>({
  column,
  header,
}: {
  column: Column<T>
  header: Header<typeof features, T, unknown>
}) {
  const sorted = header.column.getIsSorted()
  const direction = sorted === false ? null : directions[sorted]
  return (
    <HeadCell
      end={column.end ?? false}
      aria-sort={direction?.aria}
      className={cx(column.from && shownFrom[column.from], column.className)}
    >
      {column.sortable ? (
        <button
          type="button"
          onClick={header.column.getToggleSortingHandler()}
          className={cx('inline-flex items-center gap-1 rounded-sm hover:text-ink', direction && 'text-ink')}
        >
          {column.header}
          <Icon
            icon={direction?.icon ?? ChevronsUpDown}
            size="sm"
            className={cx('size-3!', !direction && 'opacity-60')}
          />
        </button>
      ) : (
        column.header
      )}
    </HeadCell>
  )
}
