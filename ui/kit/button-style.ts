import { cx } from './cx.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'

const base =
  'inline-flex shrink-0 items-center justify-center gap-[var(--control-gap)] rounded-md border font-medium whitespace-nowrap ' +
  'select-none transition-[background-color,border-color,color,opacity] ' +
  'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-hover',
  ghost: 'border-transparent bg-transparent text-ink hover:bg-hover',
  danger: 'border-transparent bg-danger-fill text-danger-ink hover:bg-danger-fill-hover',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-control-sm px-3 text-control-sm',
  md: 'min-h-control px-control-x text-control',
  lg: 'min-h-[calc(var(--control-height)+0.375rem)] px-[calc(var(--control-padding)*1.5)] text-control',
}

/** The classes of a button, for anything that should look like one. */
export function buttonStyle(options: {
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  block?: boolean | undefined
}): string {
  return cx(
    base,
    variants[options.variant ?? 'secondary'],
    sizes[options.size ?? 'md'],
    options.block && 'w-full',
  )
}
