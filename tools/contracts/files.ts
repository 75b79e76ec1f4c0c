import { fileURLToPath } from 'node:url'

/** Where the promises of the contracts are written down. */
export const snapshotFile = fileURLToPath(new URL('../../contracts/snapshot.json', import.meta.url))

/** The page with every error code. */
export const errorListFile = fileURLToPath(new URL('../../docs/errors.md', import.meta.url))
