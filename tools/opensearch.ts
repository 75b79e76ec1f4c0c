import { fetchOpenSearch, whyNoOpenSearch } from './opensearch/fetch.ts'
import { startOpenSearch } from './opensearch/start.ts'

// `npm run opensearch -- fetch` gets an OpenSearch to try the search with; `npm run opensearch [-- PORT]` runs it until
// Ctrl-C, and tells what to set.

const DEFAULT_PORT = 9200

async function run(port: number): Promise<void> {
  if (!fetchOpenSearch()) throw new Error('There is no OpenSearch to start.')
  const why = whyNoOpenSearch()
  if (why !== null) throw new Error(`No OpenSearch can be started: ${why}.`)
  const server = await startOpenSearch(port)
  console.log(`OPENSEARCH_URL=${server.url}`)
  const stop = () => void server.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

const [word = String(DEFAULT_PORT)] = process.argv.slice(2)
if (word === 'fetch') process.exitCode = fetchOpenSearch() ? 0 : 1
else await run(Number(word))
