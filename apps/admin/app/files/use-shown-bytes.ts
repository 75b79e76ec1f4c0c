import { useCallback } from 'react'

type Bytes = { readonly content_type: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** The `ref` of a picture that shows bytes from memory. They have an address for as long as they are shown. */
export function useShownBytes(data: Bytes | undefined) {
  return useCallback(
    (picture: HTMLImageElement) => {
      if (data === undefined) return
      picture.src = URL.createObjectURL(new Blob([data.bytes], { type: data.content_type }))
      return () => URL.revokeObjectURL(picture.src)
    },
    [data],
  )
}
