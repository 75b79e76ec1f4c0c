import { isOwnJson, mapOwnJson, mapOwnSheet } from './map-own-record.ts'
import type { recordMapper } from './map-record.ts'
import { isOwnSheet } from './own-records.ts'

type Reader = ReturnType<typeof recordMapper>

/** Files that were exported here say what they are, and need no mapping; `plain`: none was given. */
export function rowReader(map: Reader, plain: boolean): Reader {
  return (line, record) => {
    if (plain && isOwnSheet(record)) return mapOwnSheet(line, record)
    return plain && isOwnJson(record) ? mapOwnJson(line, record) : map(line, record)
  }
}
