import type { Area } from './storage.ts'

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const NAME = /^(?:content|\d{1,5}\.(?:webp|avif))$/

/** Where a folder's objects begin. @throws for what is no id that the server made */
export function folderKey(prefix: string, area: Area, id: string): string {
  if (!ID.test(id)) throw new Error('A folder of files is named by an id.')
  return `${prefix}${area}/${id}/`
}

/** The key of one object. Only ids and names of our own make are ever part of one. @throws for anything else */
export function objectKey(prefix: string, area: Area, id: string, name: string): string {
  if (!NAME.test(name)) throw new Error('A file has one of the names that are known.')
  return `${folderKey(prefix, area, id)}${name}`
}
