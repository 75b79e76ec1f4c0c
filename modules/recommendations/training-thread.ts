import { parentPort, workerData } from 'node:worker_threads'
import type { History } from './domain/basket.ts'
import { trainModel } from './domain/train.ts'

// The one file that runs in a thread of its own: a minute of arithmetic would hold up every request.

const { histories, itemCount, looked } = workerData as {
  histories: History[]
  itemCount: number
  looked: number[][]
}
parentPort?.postMessage(trainModel(histories, itemCount, looked))
