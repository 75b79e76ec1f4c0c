import type { LucideIcon } from 'lucide-react'
import { Button, type ButtonProps } from './button.tsx'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

/** A square button that shows only an icon; `label` is what it is called. */
export function IconButton({
  icon,
  label,
  className,
  variant = 'ghost',
  ...rest
}: Omit<ButtonProps, 'children' | 'aria-label'> & { icon: LucideIcon; label: string }) {
  return (
    <Button
      {...rest}
      variant={variant}
      aria-label={label}
      title={label}
      className={cx('aspect-square px-0!', className)}
    >
      <Icon icon={icon} />
    </Button>
  )
}
