import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { Icon } from './icon.tsx'

/** Puts a text on the clipboard and says so. */
export function CopyButton({
  text,
  label,
  copiedLabel,
  ...button
}: Omit<ButtonProps, 'onClick' | 'children'> & { text: string; label: string; copiedLabel: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => setCopied(true))
  }
  return (
    <Button {...button} onClick={copy}>
      <Icon icon={copied ? Check : Copy} size="sm" />
      <span aria-live="polite">{copied ? copiedLabel : label}</span>
    </Button>
  )
}
