import { CopyButton } from './copy-button.tsx'
import { useHydrated } from './use-hydrated.ts'

/** What an authenticator app is set up with: the QR code, and the same secret to be typed in. */
export function AuthenticatorSecret({
  qrCode,
  secret,
  address,
  labels,
}: {
  /** A picture as a data address. */
  qrCode: string
  secret: string
  /** What the picture says; on a phone it opens the app. */
  address: string
  labels: { qrCode: string; secret: string; openApp: string; copy: string; copied: string }
}) {
  const hydrated = useHydrated()
  return (
    <div className="flex flex-col gap-4 sm:flex-row sm:items-start">
      <img
        src={qrCode}
        alt={labels.qrCode}
        width={176}
        height={176}
        className="size-44 shrink-0 self-center rounded-lg border border-line bg-[#fff] [image-rendering:pixelated] sm:self-start"
      />
      <div className="flex min-w-0 flex-col items-start gap-2 text-control-sm">
        <p className="text-ink-muted">{labels.secret}</p>
        <code className="figures text-control leading-relaxed font-semibold tracking-wider text-ink">
          {(secret.match(/.{1,4}/g) ?? []).join(' ')}
        </code>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {hydrated ? (
            <CopyButton size="sm" text={secret} label={labels.copy} copiedLabel={labels.copied} />
          ) : null}
          <a href={address} className="font-medium text-accent-text underline underline-offset-4">
            {labels.openApp}
          </a>
        </div>
      </div>
    </div>
  )
}
