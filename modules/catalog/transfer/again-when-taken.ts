import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'

const TRIES = 4

/** Another writer may take an SKU or an address between the look and the write; the second look sees it. */
export async function againWhenTaken<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === TRIES) throw error
    }
  }
}
