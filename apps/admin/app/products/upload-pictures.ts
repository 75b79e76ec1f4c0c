import { useState } from 'react'
import { ClientError } from '@rampart/client/client-error.ts'
import { api, type WirePicture } from '../api.ts'

const NO_PICTURE = { code: 'MEDIA_NOT_A_PICTURE', status: 400, message: 'The file is no picture.' }
const WAITS = { code: 'MEDIA_IN_QUARANTINE', status: 409, message: 'It waits for the virus scanner.' }

/** What the server reads; it looks at the bytes, the browser only narrows the choice. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/avif'

/** Sends one file. The bytes are handed over as they are; the server makes its own renditions. */
async function uploadPicture(file: File): Promise<WirePicture> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const stored = await api.media.uploadFile({ file: { filename: file.name, bytes }, visibility: 'public' })
  const { id, url, alt, width, height } = stored
  if (width === null || height === null) throw new ClientError(NO_PICTURE)
  if (url === null) throw new ClientError(WAITS)
  return {
    id,
    url,
    alt,
    width,
    height,
    srcset: [],
  }
}

/** Uploads files one after another, so that they arrive in the order in which they were picked. */
export function useUploads(onPicture: (picture: WirePicture) => void) {
  const [waiting, setWaiting] = useState(0)
  const [failures, setFailures] = useState<{ name: string; error: unknown }[]>([])
  const add = async (files: File[]) => {
    setFailures([])
    setWaiting((count) => count + files.length)
    for (const file of files) {
      try {
        onPicture(await uploadPicture(file))
      } catch (error) {
        setFailures((before) => [...before, { name: file.name, error }])
      }
      setWaiting((count) => count - 1)
    }
  }
  return { waiting, failures, add }
}
