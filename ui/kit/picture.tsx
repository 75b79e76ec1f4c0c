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
  return (
    <span className={cx('flex items-center justify-center overflow-clip bg-well', className)}>
      {image ? (
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
      ) : (
        <Icon icon={ImageOff} size="lg" className="text-ink-subtle opacity-60" />
      )}
    </span>
  )
}
