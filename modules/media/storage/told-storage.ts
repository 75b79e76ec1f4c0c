import { failure } from '@rampart/platform/errors/app-error.ts'
import type { Log } from '@rampart/platform/log/log.ts'
import { StorageError } from './storage-error.ts'
import type { Storage } from './storage.ts'

const RETRY_SECONDS = 30

/** A storage whose failures are logged and answered as UNAVAILABLE: a full disk is nobody's mistake who uploads. */
export function toldStorage(storage: Storage, log: Log): Storage {
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      log.error('files could not be kept or read', { reason: error.message })
      throw failure('UNAVAILABLE', { retryAfterSeconds: RETRY_SECONDS })
    }
  }
  return {
    put: (area, id, files) => told(storage.put(area, id, files)),
    add: (area, id, files) => told(storage.add(area, id, files)),
    read: (area, id, name, part) => told(storage.read(area, id, name, part)),
    remove: (area, id) => told(storage.remove(area, id)),
    olderThan: (area, moment) => told(storage.olderThan(area, moment)),
    probe: () => storage.probe(),
  }
}
