import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'

/** The open locations, the main one first. */
export const locationsQuery = queryOptions({
  queryKey: ['inventory', 'locations'],
  queryFn: ({ signal }) => api.inventory.listLocations({}, { signal }),
})
