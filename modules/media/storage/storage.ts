/** `media`: renditions of pictures, for everybody. `files`: what was uploaded, for who may have it. */
export type Area = 'media' | 'files'

export type StoredBytes = { readonly name: string; readonly bytes: Uint8Array }

/** Where files are kept. Every folder is named by a UUID that the server made; nothing of a caller reaches a path. */
export type Storage = {
  /** Keeps a folder's files for good. A folder that is not whole when the process ends is swept away later. */
  put(area: Area, id: string, files: readonly StoredBytes[]): Promise<void>
  /** Puts files into a folder that is there; one that is there no more stays away. */
  add(area: Area, id: string, files: readonly StoredBytes[]): Promise<void>
  /** A file, or `length` bytes of it from `from` on; null when there is none. */
  read(area: Area, id: string, name: string, part?: Part): Promise<Buffer<ArrayBuffer> | null>
  /** Removes a folder; no matter when there is none. */
  remove(area: Area, id: string): Promise<void>
  /** Folders last touched before a moment, by their names. */
  olderThan(area: Area, moment: Date): Promise<string[]>
  /** Tries whether it can be written and read, and whether it is as private as it must be. Never fails. */
  probe(): Promise<Probe>
}

/** Bytes. */
export type Part = { readonly from: number; readonly length: number }

export type Probe = {
  readonly kind: 'folder' | 's3'
  /** A path, or host and bucket: never a key. */
  readonly place: string
  readonly problem: Problem | null
}

/**
 * `unreachable` may pass by itself: no answer, or no room. `refused` will not: wrong keys, no such bucket, no permission.
 * `exposed`: whoever asks without a key gets what lies there.
 */
export type Problem = { readonly kind: 'unreachable' | 'refused' | 'exposed'; readonly code: string }
