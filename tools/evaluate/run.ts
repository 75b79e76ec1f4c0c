import process from 'node:process'
import { evaluateRecommendations } from './recommendations.ts'
import { evaluateSearchFolds } from './search-folds.ts'
import { evaluateSearch } from './search.ts'

// `npm run evaluate`: how good the shop's answers are, on real data. Names choose (`npm run evaluate -- recommendations`);
// --validation measures on what weights are tuned on.

const evaluations: Readonly<Record<string, (validation: boolean) => Promise<boolean>>> = {
  recommendations: evaluateRecommendations,
  search: evaluateSearch,
  'search-folds': evaluateSearchFolds,
}

/** They take long: only when they are named. */
const onlyNamed = ['search-folds']

const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'))
for (const [name, evaluate] of Object.entries(evaluations)) {
  if (chosen.length === 0 ? onlyNamed.includes(name) : !chosen.includes(name)) continue
  if (!(await evaluate(process.argv.includes('--validation')))) process.exitCode = 1
}
