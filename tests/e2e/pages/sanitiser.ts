// The page of sanitiser.spec.ts: core's sanitiser over the DOMPurify of this browser, as the window has it.

import createPurifier from 'dompurify'
import { makeSanitiser, type PurifierFactory, type UnsafeHtml } from '../../../src/core/markdown/safe-html.ts'

const sanitise = makeSanitiser(window, createPurifier as unknown as PurifierFactory<Window>)

declare global {
  interface Window {
    sanitiseAll: (htmls: readonly string[]) => string[]
  }
}
window.sanitiseAll = (htmls) => htmls.map((html) => sanitise(html as UnsafeHtml))
