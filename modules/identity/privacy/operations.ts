import type { IdentityDeps } from '../deps.ts'
import { erasePersonalData } from './erase-personal-data.ts'
import { exportPersonalData } from './export-personal-data.ts'

/** What a person takes along, and what goes with them. */
export const privacyOperations = (deps: IdentityDeps) => ({
  exportPersonalData: exportPersonalData(deps),
  erasePersonalData: erasePersonalData(deps),
})
