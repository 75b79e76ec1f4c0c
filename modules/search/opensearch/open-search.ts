import type { Settings } from '@rampart/platform/config/settings.ts'
import { type Cluster, openCluster } from './cluster.ts'

/** The OpenSearch that a shop is configured to search in. */
export type OpenSearch = {
  readonly cluster: Cluster
  /** The alias of the index that answers. */
  readonly live: string
  /** The alias of the index that is being built, while one is. */
  readonly next: string
  /** A name for a new index, and the pattern that all of them fit. */
  readonly nameOf: (moment: Date) => string
  readonly pattern: string
}

/** Null where none is configured. Connects when it is asked first. */
export function openSearchOf({
  opensearch_url: url,
  opensearch_prefix: prefix,
}: Settings): OpenSearch | null {
  if (url === null) return null
  return {
    cluster: openCluster(url),
    live: `${prefix}.products`,
    next: `${prefix}.products-next`,
    nameOf: (moment) => `${prefix}.products.${String(moment.getTime())}`,
    pattern: `${prefix}.products*`,
  }
}
