// Chromium alone, without a notebook or a host, so once is enough. The window (Chromium) and the host (jsdom) take the same out of foreign HTML: what a terminal renders is what the window shows.

import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import createPurifier from 'dompurify'
import { JSDOM } from 'jsdom'
import { build, type Rolldown } from 'vite'
import { renderMarkdown } from '../../src/core/markdown/render-markdown.ts'
import { makeSanitiser, type UnsafeHtml } from '../../src/core/markdown/safe-html.ts'
import cjkTexts from '../fixtures/markdown/cjk-texts.json' with { type: 'json' }
import gfm from '../fixtures/markdown/gfm-extensions.json' with { type: 'json' }
import hostileTexts from '../fixtures/markdown/hostile-html.json' with { type: 'json' }
import { hostileMarkdown, htmlPayloads } from '../security/hostile-payloads.ts'

const { window } = new JSDOM('')
const sanitise = makeSanitiser(window, createPurifier)

/** One spelling for both: Chromium writes `<` in attributes as `&lt;` and jsdom does not. */
const canonical = (html: string) => new window.DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body.innerHTML

/**
 * Chromium's parser itself differs here, before anything is sanitised: it follows the newer rules for what may stand in a `<select>`, and stops
 * nesting at 512 elements. Both results are harmless (the test below). Markdown is not concerned: its rendering holds neither.
 */
const isParsedOtherwise = (html: string) => /<select/i.test(html) || html.split('<div>').length > 512

let bundle = ''
test.beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: join(import.meta.dirname, 'pages/sanitiser.ts'), output: { format: 'iife' } },
    },
  })
  bundle = (built as Rolldown.RolldownOutput).output[0].code
})

/** A third of those that tests/security renders in jsdom: the whole takes a minute here. */
const generated = hostileMarkdown().filter((_, number) => number % 3 === 0)
const markdowns = [...hostileTexts, ...generated, ...gfm.examples.map(({ markdown }) => markdown), ...cjkTexts]

test('the sanitiser gives the same in Chromium and in jsdom', { tag: '@local-host' }, async ({ page }) => {
  await page.addScriptTag({ content: bundle })
  const htmls = [
    ...[...hostileTexts, ...htmlPayloads].filter((html) => !isParsedOtherwise(html)),
    ...markdowns.map((markdown) => renderMarkdown(markdown).html as string),
  ]
  const inChromium = await page.evaluate((given) => window.sanitiseAll(given), htmls)
  const differences = htmls.flatMap((html, index) => {
    const [one, other] = [canonical(inChromium[index] ?? ''), canonical(sanitise(html as UnsafeHtml))]
    return one === other ? [] : [{ html, inChromium: one, inJsdom: other }]
  })
  expect(differences).toEqual([])
  expect(htmls.length).toBeGreaterThan(2_000)
})

test('nothing of the hostile table runs in Chromium once it is sanitised', { tag: '@local-host' }, async ({ page }) => {
  const signs: string[] = []
  page.on('dialog', (dialog) => {
    signs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!/^(?:about|data):/.test(request.url())) signs.push(request.url())
  })
  await page.addScriptTag({ content: bundle })
  await page.evaluate(
    (given) => {
      for (const html of window.sanitiseAll(given)) {
        const place = document.createElement('div')
        place.innerHTML = html
        document.body.append(place)
        for (const element of place.querySelectorAll<HTMLElement>('*')) element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
      }
    },
    [...hostileTexts, ...htmlPayloads],
  )
  await page.waitForTimeout(500)
  expect(signs).toEqual([])
})
