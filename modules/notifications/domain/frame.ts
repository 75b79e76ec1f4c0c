import { type Html, html, markupOf } from './html.ts'
import type { Language } from './language.ts'
import type { Links } from './links.ts'
import { type Mail, oneLine } from './mail.ts'

/** What every mail of a shop has in common. */
export type Shop = { readonly name: string; readonly links: Links }

type Content = {
  readonly subject: string
  /** The line that mail programs show beside the subject. */
  readonly preview: string
  readonly title: string
  readonly body: readonly Html[]
  /** Why the reader got it. */
  readonly reason: string
  /** The same in plain text, paragraph by paragraph, without title and reason. */
  readonly text: readonly string[]
}

const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"

// Mail programs that know nothing of dark mode use the inline colours; the others let these win.
const STYLE = html`<style>
  :root {
    color-scheme: light dark;
    supported-color-schemes: light dark;
  }
  a {
    text-decoration: none;
  }
  @media (max-width: 620px) {
    .gutter {
      padding-left: 20px !important;
      padding-right: 20px !important;
    }
    .button {
      display: block !important;
      text-align: center !important;
    }
  }
  @media (prefers-color-scheme: dark) {
    .canvas {
      background: #131210 !important;
    }
    .card {
      background: #1a1917 !important;
      border-color: #312e2a !important;
    }
    .ink {
      color: #f3f0ea !important;
    }
    .muted {
      color: #bdb6ab !important;
    }
    .line {
      border-color: #312e2a !important;
    }
    .well {
      background: #242220 !important;
    }
    .link {
      color: #9ad6bb !important;
    }
    .button {
      background: #8ccdb0 !important;
      color: #0c1f17 !important;
    }
  }
</style>`

/** Puts a mail's content into the shop's frame: one column of 600 px, readable in light and dark. */
export function framed(shop: Shop, language: Language, content: Content): Mail {
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>${oneLine(content.subject)}</title>
        ${STYLE}
      </head>
      <body
        class="canvas"
        style="margin:0;padding:0;background:#fbfaf8;font-family:${FONT};-webkit-text-size-adjust:100%"
      >
        <div style="display:none;max-height:0;overflow:hidden;opacity:0">${content.preview}</div>
        <table
          role="presentation"
          class="canvas"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style="background:#fbfaf8"
        >
          <tr>
            <td align="center" style="padding:32px 12px">
              <table
                role="presentation"
                width="600"
                cellpadding="0"
                cellspacing="0"
                style="width:100%;max-width:600px"
              >
                <tr>
                  <td class="gutter" style="padding:0 40px 20px">
                    <a
                      class="ink"
                      href="${shop.links.shop}"
                      style="color:#1b1a17;font-size:18px;font-weight:600;letter-spacing:-0.01em"
                      >${shop.name}</a
                    >
                  </td>
                </tr>
                <tr>
                  <td
                    class="card gutter"
                    style="background:#ffffff;border:1px solid #e6e2db;border-radius:12px;padding:40px"
                  >
                    <h1
                      class="ink"
                      style="margin:0 0 16px;color:#1b1a17;font-size:24px;line-height:1.25;font-weight:600;letter-spacing:-0.015em;text-wrap:balance"
                    >
                      ${content.title}
                    </h1>
                    ${content.body}
                  </td>
                </tr>
                <tr>
                  <td
                    class="gutter muted"
                    style="padding:24px 40px 0;color:#6d675d;font-size:13px;line-height:1.5"
                  >
                    ${content.reason}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html> `
  const text = [content.title, ...content.text, '-- ', `${content.reason}\n${shop.name} · ${shop.links.shop}`]
  return {
    language,
    subject: oneLine(content.subject),
    html: markupOf(page),
    text: `${text.join('\n\n')}\n`,
  }
}
