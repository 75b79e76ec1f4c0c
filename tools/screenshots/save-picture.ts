import { stat } from 'node:fs/promises'
import sharp from 'sharp'

const MOST_WEBP = 250 * 1024
const MOST_PNG = 400 * 1024

/** Writes a screenshot as WebP, as good as 250 kB allow. Answers its size in bytes. */
export async function saveWebp(png: Buffer, file: string): Promise<number> {
  for (const quality of [88, 80, 70, 60]) {
    await sharp(png).webp({ quality, effort: 6 }).toFile(file)
    const { size } = await stat(file)
    if (size <= MOST_WEBP) return size
  }
  throw new Error(`${file} is larger than ${MOST_WEBP} bytes.`)
}

/** Writes a screenshot as PNG with as many colours as 400 kB allow. Answers its size in bytes. */
export async function savePng(png: Buffer, file: string): Promise<number> {
  for (const colours of [256, 192, 128, 96]) {
    await sharp(png)
      .png({ palette: true, colours, dither: 0.6, effort: 10, compressionLevel: 9 })
      .toFile(file)
    const { size } = await stat(file)
    if (size <= MOST_PNG) return size
  }
  throw new Error(`${file} is larger than ${MOST_PNG} bytes.`)
}
