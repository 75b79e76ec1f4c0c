import { useState } from 'react'
import { api, type WirePicture } from '../api.ts'

/** What the server reads; it looks at the bytes, the browser only narrows the choice. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/avif'

/** Sends one file. The bytes are handed over as they are; the server makes its own renditions. */
async function uploadPicture(file: File): Promise<WirePicture> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const stored = await api.media.uploadPicture({ file: { filename: file.name, bytes } })
  return {
    id: stored.id,
    url: stored.url,
    alt: stored.alt,
    width: stored.width,
    height: stored.height,
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
