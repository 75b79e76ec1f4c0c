import { newId } from '@rampart/platform/crypto/ids.ts'
import type { SearchDeps } from '../deps.ts'
import { defaultSynonyms } from '../domain/default-synonyms.ts'
import { claimSeeding } from '../store/seeding.ts'
import { insertSynonym } from '../store/synonyms.ts'

/** Gives a new shop its first synonyms, once: who removes them does not get them back. */
export async function seedSynonyms(deps: SearchDeps): Promise<void> {
  const now = deps.clock()
  await deps.db.tx(async (tx) => {
    if (!(await claimSeeding(tx, now))) return
    for (const { word, meanings } of defaultSynonyms)
      await insertSynonym(tx, newId(), { word, meanings, both_ways: true }, now)
  })
}
