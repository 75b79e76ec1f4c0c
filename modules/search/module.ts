import { catalog } from '@rampart/contracts/catalog.ts'
import { search } from '@rampart/contracts/search.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { buildIndexJob } from './build-index.ts'
import { pinOperations } from './curation/pins.ts'
import { seedSynonyms } from './curation/seed-synonyms.ts'
import { synonymOperations } from './curation/synonyms.ts'
import { chooseEngine } from './engine/choose-engine.ts'
import { explainSearch } from './explain-search.ts'
import { indexOperations } from './index-operations.ts'
import { onListingsChanged, onProductChanged, onProductsImported } from './on-changes.ts'
import { openSearchOf } from './opensearch/open-search.ts'
import { openSearchJobs, openSearchSchedules } from './opensearch/upkeep.ts'
import { searchProducts } from './search-products.ts'
import { suggest } from './suggest.ts'
import { takeInJob } from './take-in.ts'
import { watchIndex } from './watch-index.ts'

/** What shoppers find, and in which order. */
export const searchModule = defineModule({
  contract: search,
  calls: { catalog },
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => {
    const openSearch = openSearchOf(deps.settings)
    const engine = chooseEngine(deps, openSearch)
    return {
      operations: {
        searchProducts: searchProducts(deps, engine),
        suggest: suggest(deps, engine),
        explainSearch: explainSearch(deps, engine),
        ...synonymOperations(deps),
        ...pinOperations(deps),
        ...indexOperations(deps),
      },
      listens: [
        listen(catalog, 'catalog.product-changed.v1', onProductChanged(deps)),
        listen(catalog, 'catalog.products-imported.v1', onProductsImported(deps)),
        listen(catalog, 'catalog.listings-changed.v1', onListingsChanged(deps)),
      ],
      jobs: { 'take-in': takeInJob(deps), build: buildIndexJob(deps), ...openSearchJobs(deps, openSearch) },
      schedules: [
        { name: 'watch-index', everySeconds: 60, run: watchIndex(deps) },
        ...openSearchSchedules(deps, openSearch),
      ],
      prepare: async () => {
        await seedSynonyms(deps)
        await watchIndex(deps)()
        for (const { run } of openSearchSchedules(deps, openSearch)) await run()
      },
    }
  },
})
