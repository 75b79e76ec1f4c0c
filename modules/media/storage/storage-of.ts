import type { Settings } from '@rampart/platform/config/settings.ts'
import { localFolder } from './local-folder.ts'
import { s3Bucket } from './s3-bucket.ts'
import type { Storage } from './storage.ts'

/** Where files are kept by the configuration: in a bucket where one is named, or in the data folder. */
export function storageOf({
  object_storage,
  data_dir,
}: Pick<Settings, 'object_storage' | 'data_dir'>): Storage {
  return object_storage === null ? localFolder(data_dir) : s3Bucket(object_storage)
}
