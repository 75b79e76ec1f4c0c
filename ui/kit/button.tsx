import type { ButtonHTMLAttributes, Ref } from 'react'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style.ts'
import { cx } from './cx.ts'
import { Spinner } from './spinner.tsx'

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Fills the width it is given. */
  block?: boolean
  /** Work is under way: the button says so and takes no second press. */
  pending?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A button. Inside a form give it `type="submit"`; everywhere else it does nothing by itself. */
export function Button({
  variant,
  size,
  block,
  pending,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={cx(buttonStyle({ variant, size, block }), className)}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  )
}
