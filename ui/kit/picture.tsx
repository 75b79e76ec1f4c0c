import { ImageOff } from 'lucide-react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

export type PictureSource = {
  url: string
  alt?: string | null
  width?: number | null
  height?: number | null
  srcset?: { url: string; width: number }[]
}

const RENDITION = /^\/api\/v1\/media\/[0-9a-f-]{36}\/\d+$/

/** The same renditions as AVIF, which is a third smaller; none where addresses are not the shop's own. */
function avifOf(image: PictureSource): string | undefined {
  const all = image.srcset?.length ? image.srcset : []
  if (all.length === 0 || !all.every(({ url }) => RENDITION.test(url))) return undefined
  return all.map(({ url, width }) => `${url}?format=avif ${width}w`).join(', ')
}

/** A picture in a well of fixed shape. `sizes` is the usual HTML attribute; `eager` is for what is seen first. */
export function Picture({
  image,
  alt,
  sizes,
  eager,
  fit = 'cover',
  className,
}: {
  image: PictureSource | null | undefined
  /** Overrides the picture's own text; '' where a text beside it says the same. */
  alt?: string
  sizes?: string
  eager?: boolean
  fit?: 'cover' | 'contain'
  className?: string
}) {
  const avif = image ? avifOf(image) : undefined
  return (
    <span className={cx('flex items-center justify-center overflow-clip bg-well', className)}>
      {image ? (
        <picture className="contents">
          {avif ? <source type="image/avif" srcSet={avif} sizes={sizes} /> : null}
          <img
            src={image.url}
            srcSet={
              image.srcset?.length ? image.srcset.map((s) => `${s.url} ${s.width}w`).join(', ') : undefined
            }
            sizes={image.srcset?.length ? sizes : undefined}
            alt={alt ?? image.alt ?? ''}
            width={image.width ?? undefined}
            height={image.height ?? undefined}
            loading={eager ? 'eager' : 'lazy'}
            fetchPriority={eager ? 'high' : undefined}
            decoding="async"
            className={cx('size-full', fit === 'cover' ? 'object-cover' : 'object-contain')}
          />
        </picture>
      ) : (
        <Icon icon={ImageOff} size="lg" className="text-ink-subtle opacity-60" />
      )}
    </span>
  )
}
