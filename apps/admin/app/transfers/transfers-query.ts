import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Answer, type Input } from '../api.ts'

export type Transfer = Answer<'catalog', 'getTransfer'>
export type TransferRow = Answer<'catalog', 'listTransferRows'>['items'][number]
export type FileMapping = NonNullable<Input<'catalog', 'checkImport'>['mapping']>

/** Whether it moves on by itself, so that it is worth asking again. */
export function isMoving({ state }: Pick<Transfer, 'state'>): boolean {
  return state === 'queued' || state === 'running'
}

/** One import or export, asked for again while it moves. */
export function transferQuery(transfer_id: string) {
  return queryOptions({
    queryKey: ['transfers', transfer_id],
    queryFn: ({ signal }) => api.catalog.getTransfer({ transfer_id }, { signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) ? 1_000 : false),
  })
}

/** One page of them, the newest first. */
export function transfersQuery(kind: Transfer['kind'] | undefined, page: number) {
  return queryOptions({
    queryKey: ['transfers', 'list', kind, page],
    queryFn: ({ signal }) =>
      api.catalog.listTransfers({ page, ...(kind === undefined ? {} : { kind }) }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) === true ? 2_000 : false),
  })
}
