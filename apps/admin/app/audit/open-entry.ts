import type { ListParams } from '../list/use-list-params.ts'

/** The entry that is open beside a list, as it stands in the address: it can be linked to. */
export function openEntryOf(params: ListParams) {
  return {
    id: params.get('entry'),
    open: (id: string) => params.set({ entry: id }),
    close: () => params.set({ entry: null }),
  }
}
