import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style.ts'
import { cx } from './cx.ts'
import { KitLink, type KitLinkProps } from './link.tsx'

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function LinkButton({
  variant,
  size,
  block,
  className,
  ...rest
}: KitLinkProps & { variant?: ButtonVariant; size?: ButtonSize; block?: boolean }) {
  return <KitLink {...rest} className={cx(buttonStyle({ variant, size, block }), className)} />
}
