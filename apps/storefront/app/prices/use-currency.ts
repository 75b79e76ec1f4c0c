import { useShellData } from '../layout/use-shell-data.ts'

/** What prices are shown in; undefined on an error page whose cause was the root itself. */
export function useCurrency(): string | undefined {
  return useShellData()?.currency
}
