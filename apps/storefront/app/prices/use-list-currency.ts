import { useShellData } from '../layout/use-shell-data.ts'

/** Whether the reader sees prices in another currency than the one that lists are filtered and sorted by. */
export function useListCurrency(): { foreign: boolean } {
  const shell = useShellData()
  return { foreign: shell !== undefined && shell.currency !== shell.shop.currency }
}
