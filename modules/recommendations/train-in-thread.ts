import { Worker } from 'node:worker_threads'
import type { History } from './domain/basket.ts'
import type { Model } from './domain/train.ts'

const MEGABYTES = 512

/**
 * Trains in a thread of its own, so that requests are answered meanwhile.
 * @throws when the thread fails, or ends without an answer
 */
export function trainInThread(
  histories: readonly History[],
  itemCount: number,
  looked: readonly (readonly number[])[],
): Promise<Model> {
  const { promise, resolve, reject } = Promise.withResolvers<Model>()
  // The matrices lie outside the heap that is limited here.
  const worker = new Worker(new URL('./training-thread.ts', import.meta.url), {
    workerData: { histories, itemCount, looked },
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`The training thread ended with ${code}.`)))
  return promise
}
