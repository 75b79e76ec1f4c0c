import { type Html, html } from './html.ts'

/** A paragraph. */
export function paragraph(text: string): Html {
  return html`<p class="muted" style="margin:0 0 16px;color:#57524a;font-size:16px;line-height:1.6">
    ${text}
  </p>`
}

/** The one thing to do next. */
export function button(label: string, url: string): Html {
  return html`<p style="margin:24px 0 16px">
    <a
      class="button"
      href="${url}"
      style="display:inline-block;background:#1f5a45;color:#ffffff;font-size:16px;font-weight:600;line-height:1;padding:16px 24px;border-radius:8px"
      >${label}</a
    >
  </p>`
}

/** A quiet note with a link written out, for readers whose program shows no buttons. */
export function plainLink(before: string, url: string): Html {
  return html`<p class="muted" style="margin:16px 0 0;color:#6d675d;font-size:13px;line-height:1.5">
    ${before}<br /><a class="link" href="${url}" style="color:#1b513e;word-break:break-all">${url}</a>
  </p>`
}

/** A labelled block, such as where a parcel goes. */
export function block(label: string, lines: readonly string[]): Html {
  return html`<p class="ink" style="margin:24px 0 4px;color:#1b1a17;font-size:14px;font-weight:600">
      ${label}
    </p>
    <p class="muted" style="margin:0;color:#57524a;font-size:14px;line-height:1.6">
      ${lines.map((line) => html`${line}<br />`)}
    </p>`
}

/** Labelled facts, one a line. */
export function factList(facts: readonly (readonly [label: string, value: string])[]): Html {
  return html`<table
    role="presentation"
    class="well"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    style="margin:8px 0 16px;background:#f2f0eb;border-radius:8px"
  >
    <tr>
      <td style="padding:8px 20px">
        <table role="presentation" cellpadding="0" cellspacing="0">
          ${facts.map(
            ([label, value]) =>
              html`<tr>
                <td
                  class="muted"
                  valign="top"
                  style="padding:6px 20px 6px 0;color:#6d675d;font-size:14px;line-height:1.5"
                >
                  ${label}
                </td>
                <td
                  class="ink"
                  valign="top"
                  style="padding:6px 0;color:#1b1a17;font-size:14px;line-height:1.5;font-weight:500"
                >
                  ${value}
                </td>
              </tr>`,
          )}
        </table>
      </td>
    </tr>
  </table>`
}

// Figures of equal width, so that the eye can go along them.
const MONOSPACE = "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace"

/** A code to type in, large. The gaps are drawn, not written: what is copied is the code alone. */
export function codeBlock(code: string): Html {
  return html`<p
    class="well ink"
    style="margin:24px 0 16px;padding:20px 12px;background:#f2f0eb;border-radius:8px;color:#1b1a17;font-family:${MONOSPACE};font-size:34px;line-height:1.2;font-weight:600;letter-spacing:0.12em;text-align:center"
  >
    ${groupsOf(code).map((group, index) => html`<span style="margin-left:${index === 0 ? '0.12em' : '0.4em'}">${group}</span>`)}
  </p>`
}

/** A code in plain text, in groups of three: `123 456`. */
export function codeText(code: string): string {
  return groupsOf(code).join(' ')
}

function groupsOf(code: string): readonly string[] {
  return code.match(/.{1,3}/gu) ?? []
}

/** A quiet line, such as how long something is good for. */
export function note(text: string): Html {
  return html`<p class="muted" style="margin:0 0 16px;color:#6d675d;font-size:14px;line-height:1.5">
    ${text}
  </p>`
}
