// Nothing active passes the sanitiser: every tag, attribute and address of the result is on the allow-list, and a second pass changes nothing.

import DOMPurify from 'dompurify'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import {
  ALLOWED_ELEMENTS,
  GLOBAL_ATTRIBUTES,
  isAllowedAttribute,
  isAllowedImage,
  isAllowedLink,
  makeSanitiser,
  makeTrustedSanitiser,
  type UnsafeHtml,
} from '../../../src/core/markdown/safe-html.ts'
import payloads from '../../fixtures/markdown/hostile-html.json' with { type: 'json' }

const { window } = new JSDOM('')
const sanitise = makeSanitiser(window, DOMPurify)

/** What in `html`, as a browser reads it, is not on the allow-list, checked against the specification's own words and not our predicates alone. */
function findForbidden(html: string): string[] {
  const body = new window.DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body
  const found: string[] = []
  for (const element of body.querySelectorAll('*')) {
    const tag = element.tagName.toLowerCase()
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(`namespace ${element.namespaceURI}`)
    if (!ALLOWED_ELEMENTS.has(tag)) found.push(`<${tag}>`)
    for (const { name, value } of element.attributes) {
      // The DOM writes out `is` of an element that was made with it even when it is gone: DOMPurify empties it, which does nothing.
      if (name === 'is' && value === '') continue
      if (!GLOBAL_ATTRIBUTES.includes(name) && !ALLOWED_ELEMENTS.get(tag)?.includes(name)) found.push(`<${tag} ${name}>`)
      if (/^on|^style$|^srcset$|^name$|^form|^ping$|^target$/.test(name)) found.push(`<${tag} ${name}>`)
      if (name === 'href' && !/^(?:https?:\/\/[^/\\]|mailto:|#)/i.test(value)) found.push(`<${tag} ${name}=${value}>`)
      if (name === 'src' && !/^(?:files\/[0-9a-f]{64}\.\w+|data:image\/(?:png|jpeg|gif|webp);base64,)/.test(value))
        found.push(`<${tag} ${name}=${value}>`)
      if (name === 'id' && !value.startsWith('user-content-')) found.push(`<${tag} ${name}=${value}>`)
    }
  }
  const comments = new window.XMLSerializer().serializeToString(body).match(/<!--|<\?|<!\[CDATA/g)
  return [...found, ...(comments ?? [])]
}

describe('hostile input', () => {
  test('there are enough of them, all different', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(150)
    expect(new Set(payloads).size).toBe(payloads.length)
    // The check itself can fail: unsanitised, most of them are caught.
    expect(payloads.filter((payload) => findForbidden(payload).length > 0).length).toBeGreaterThan(120)
  })

  test.each(payloads)('%j as HTML', (payload) => {
    const once = sanitise(payload as UnsafeHtml)
    expect(findForbidden(once)).toEqual([])
    expect(sanitise(once as string as UnsafeHtml)).toBe(once)
  })

  test.each(payloads)('%j as Markdown', (payload) => {
    for (const markdown of [payload, `text ${payload} text`, `- ${payload}\n\n> ${payload}`, `| a |\n|-|\n| ${payload.replaceAll('|', '')} |`]) {
      const { html } = renderMarkdown(markdown)
      // The rendering holds nothing active even before it is sanitised, and the sanitiser takes nothing away from it.
      expect(findForbidden(html)).toEqual([])
      const safe = sanitise(html)
      expect(findForbidden(safe)).toEqual([])
      expect(sanitise(safe as string as UnsafeHtml)).toBe(safe)
    }
  })

  test.each(payloads.filter((payload) => !/[()\s<>]/.test(payload)))('%j as an address', (payload) => {
    const { html } = renderMarkdown(`[x](${payload}) ![y](${payload})\n\n[z]: ${payload}\n\n[z] <${payload}>`)
    expect(findForbidden(sanitise(html))).toEqual([])
  })
})

describe('the sanitiser', () => {
  const HASH = '0123456789abcdef'.repeat(4)

  test('keeps what windows show', () => {
    const { html } = renderMarkdown(
      `# T\n\n- [x] a\n\n| a |\n|:-:|\n| b |\n\n> [!note] c\n> [@k#h1] [[w]] ==m== ~~d~~ \`e\`[^1]\n\n[f](https://e.com "t") [g](mailto:a@b.co) [h](#t)\n\n![i](files/${HASH}.png)\n\n[^1]: j\n\n\`\`\`ts\nk\n\`\`\`\n\n<details open><summary>l</summary><p align="center" lang="ja">m</p></details>`,
      { resolveCitation: () => ({ label: 'K', title: 'Title' }), resolveWikilink: () => 'insight:1' },
    )
    const canonical = (text: string) => new window.DOMParser().parseFromString(text, 'text/html').body.innerHTML
    expect(canonical(sanitise(html))).toBe(canonical(html))
  })

  test('takes addresses that lead out of the page only as https, http and mailto', () => {
    for (const href of ['https://e.com', 'HTTP://e.com/a?b#c', 'https://例え.jp/路径', 'mailto:a@b.co', '#user-content-x', '#'])
      expect(isAllowedLink(href), href).toBe(true)
    for (const href of [
      '//e.com',
      '/a',
      'a',
      '',
      '\\\\host\\share',
      'https:\\\\e.com',
      'https:///e.com',
      'http:e.com',
      'https://u:p@e.com',
      'https://e.com@evil.com',
    ])
      expect(isAllowedLink(href), href).toBe(false)
    for (const href of [
      'file:///etc/passwd',
      'ftp://e.com',
      'javascript:alert(1)',
      ' https://e.com',
      'java\nscript:1',
      'https://e.com/a b',
      'mailto://host/share',
    ])
      expect(isAllowedLink(href), href).toBe(false)
  })

  test('takes only raster images that need no request', () => {
    for (const src of [`files/${HASH}.png`, `files/${HASH}.jpeg`, 'data:image/png;base64,iVBORw0KGgo=']) expect(isAllowedImage(src), src).toBe(true)
    for (const src of [
      `files/${HASH}.svg`,
      'files/../a.png',
      `files/${HASH}.png?x`,
      `/files/${HASH}.png`,
      'https://e.com/a.png',
      'data:image/svg+xml;base64,AA==',
    ])
      expect(isAllowedImage(src), src).toBe(false)
    expect(isAllowedImage('data:text/html;base64,AA==')).toBe(false)
  })

  test('takes our ids, classes and numbers and no others', () => {
    expect(isAllowedAttribute('p', 'id', 'user-content-a')).toBe(true)
    expect(isAllowedAttribute('p', 'id', 'location')).toBe(false)
    expect(isAllowedAttribute('td', 'colspan', '2')).toBe(true)
    expect(isAllowedAttribute('td', 'colspan', '2x')).toBe(false)
    expect(isAllowedAttribute('p', 'href', 'https://e.com')).toBe(false)
    expect(isAllowedAttribute('__proto__', 'id', 'user-content-a')).toBe(true)
    expect(isAllowedAttribute('constructor', 'href', '#')).toBe(false)
  })

  test('refuses to work where DOMPurify cannot', () => {
    expect(() => makeSanitiser({} as typeof window, DOMPurify)).toThrow('does not support')
  })

  test('gives the same for a page with Trusted Types', () => {
    const html = '<p onclick=x>a<script>b</script></p>' as UnsafeHtml
    expect(String(makeTrustedSanitiser(window, DOMPurify)(html))).toBe(sanitise(html))
  })
})
