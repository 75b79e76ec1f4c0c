import type sharp from 'sharp'

type Sharp = typeof sharp

let loading: Promise<Sharp> | undefined

/**
 * The decoder, loaded with the first picture so that a process that never sees one stays small.
 * It reads JPEG, PNG, WebP and AVIF and nothing else, on one thread, and keeps nothing.
 */
export function loadDecoder(): Promise<Sharp> {
  loading ??= load()
  return loading
}

async function load(): Promise<Sharp> {
  const { default: decoder } = await import('sharp')
  decoder.cache(false)
  decoder.concurrency(1)
  decoder.block({ operation: ['VipsForeignLoad'] })
  decoder.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadHeifBuffer',
    ],
  })
  return decoder
}
