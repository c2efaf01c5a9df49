// The allow-list, name by name and value by value, as this page has it and not as the code does; and the sanitiser that has to keep to it.

import createPurifier from 'dompurify'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import {
  ALLOWED_ELEMENTS,
  GLOBAL_ATTRIBUTES,
  ID_PREFIX,
  isAllowedAttribute,
  isAllowedImage,
  isAllowedLink,
  makeSanitiser,
  makeTrustedSanitiser,
  REMOVED_WITH_CONTENT,
  type UnsafeHtml,
} from '../../../src/core/markdown/safe-html.ts'

const { window } = new JSDOM('')
const sanitise = (html: string): string => makeSanitiser(window, (given) => createPurifier(given))(html as UnsafeHtml)
const hash = '0123456789abcdef'.repeat(4)

const kept =
  'a abbr aside b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr'.split(
    ' ',
  )
const unwrapped =
  'article button center data dialog fieldset footer form header hgroup label legend main map marquee menu meter nav output progress search slot time x-y'.split(
    ' ',
  )
const removed =
  'audio canvas frameset iframe math noembed noframes noscript object plaintext script select style svg template textarea title video xmp'.split(' ')
const everywhere =
  'aria-hidden aria-label class data-callout data-checked data-citekey data-footnote data-highlight data-insight data-no-reading data-reading-start data-title dir id lang role title'.split(
    ' ',
  )
const own: Record<string, string[]> = {
  a: ['href'],
  details: ['open'],
  img: ['alt', 'height', 'src', 'width'],
  li: ['value'],
  ol: ['start'],
  td: ['align', 'colspan', 'rowspan'],
  th: ['align', 'colspan', 'rowspan', 'scope'],
}

test('the list is this, and nothing more', () => {
  expect([...ALLOWED_ELEMENTS.keys()].sort()).toEqual(kept.toSorted())
  expect([...GLOBAL_ATTRIBUTES].sort()).toEqual(everywhere.toSorted())
  for (const [tag, names] of ALLOWED_ELEMENTS) expect([tag, [...names].sort()]).toEqual([tag, own[tag] ?? []])
  expect([...REMOVED_WITH_CONTENT].sort()).toEqual(removed.toSorted())
  expect(ID_PREFIX).toBe('user-content-')
})

/** Where the parser would move or drop an element by itself. */
const around: Record<string, [string, string]> = {
  caption: ['<table>', '</table>'],
  tbody: ['<table>', '</table>'],
  thead: ['<table>', '</table>'],
  tfoot: ['<table>', '</table>'],
  tr: ['<table><tbody>', '</tbody></table>'],
  td: ['<table><tbody><tr>', '</tr></tbody></table>'],
  th: ['<table><tbody><tr>', '</tr></tbody></table>'],
}
const within = (tag: string, html: string) => (around[tag] ?? ['', '']).join(html)

describe('an element', () => {
  test.each(kept)('%s stays', (tag) => expect(sanitise(within(tag, `<${tag}></${tag}>`))).toContain(`<${tag}>`))
  test.each(unwrapped)('%s goes, and its words stay', (tag) => expect(sanitise(`<${tag}>words</${tag}>`)).toBe('words'))
  // A frameset outside a frameset page is no element for the parser.
  test.each(removed.filter((tag) => tag !== 'frameset'))('%s goes with all that it holds', (tag) =>
    expect(sanitise(`<p>a</p><${tag}>words</${tag}>`)).toBe('<p>a</p>'),
  )
  test.each(everywhere)('may have %s', (name) => {
    const value = name === 'dir' ? 'rtl' : name === 'role' ? 'note' : name === 'id' ? 'user-content-x' : 'x'
    expect(sanitise(`<p ${name}="${value}">x</p>`)).toBe(`<p ${name}="${value}">x</p>`)
    expect(isAllowedAttribute('p', name, value)).toBe(true)
  })
  test.each([
    'style',
    'name',
    'onclick',
    'data-x',
    'aria-live',
    'tabindex',
    'srcset',
    'ping',
    'target',
    'rel',
    'download',
    'href',
    'src',
    'is',
    'slot',
    'part',
    'itemid',
    'contenteditable',
    'draggable',
    'hidden',
    'nonce',
    'popover',
    'xmlns',
    'xlink:href',
    'align',
    'value',
  ])('may not have %s', (name) => {
    expect(sanitise(`<p ${name}="https://e.com">x</p>`)).toBe(name === 'is' ? '<p is="">x</p>' : '<p>x</p>')
    expect(isAllowedAttribute('p', name, 'https://e.com')).toBe(false)
  })
  test.each(Object.entries(own).flatMap(([tag, names]) => names.map((name) => [tag, name] as const)))('%s may have %s', (tag, name) => {
    const value = { href: 'https://e.com/', src: `files/${hash}.png`, alt: 'x', align: 'center', scope: 'row', open: '' }[name] ?? '2'
    expect(sanitise(within(tag, `<${tag} ${name}="${value}"></${tag}>`))).toContain(`<${tag} ${name}="${value}">`)
    expect(isAllowedAttribute(name === 'href' ? 'p' : 'a', name, value)).toBe(false)
  })
})

describe('a value', () => {
  test.each<[string, string, string[], string[]]>([
    ['td', 'align', ['left', 'center', 'right'], ['', 'justify', 'left;x', 'xleft', 'LEFT']],
    ['p', 'dir', ['ltr', 'rtl', 'auto'], ['', 'up', 'ltrx']],
    ['th', 'scope', ['row', 'col'], ['', 'rowgroup', 'x']],
    ['p', 'role', ['img', 'note', 'doc-endnotes', 'doc-noteref', 'doc-backlink'], ['', 'button', 'alert', 'application', 'imgx']],
    [
      'p',
      'id',
      ['user-content-a', 'user-content-脚注-1', 'user-content-_'],
      ['', 'a', 'user-content', 'xuser-content-a', 'user-content-a b', 'user-content-"', 'user-content-a\n', 'b user-content-a'],
    ],
    ['p', 'class', ['a', 'citation unresolved', 'a-1'], ['', 'A', '1a', ' a', 'a_b', 'a"b', 'language-C++', 'a\n']],
    [
      'code',
      'class',
      ['a', 'language-c++', 'language-C#', 'language-中文'],
      ['', 'language-A B', 'language-<x', 'language-a>', 'language-"', 'xlanguage-A', 'Language-A'],
    ],
    ['ol', 'start', ['0', '1', '123456789'], ['', '-1', '1.5', '1234567890', '1x', 'x1', ' 1', '1\n']],
    ['img', 'width', ['1'], ['1px', '100%', '']],
    ['img', 'height', ['1'], ['1px', '']],
    ['li', 'value', ['1'], ['x', '']],
    ['td', 'colspan', ['1'], ['x', '']],
    ['td', 'rowspan', ['1'], ['x', '']],
    ['a', 'href', ['#a'], ['javascript:alert(1)', '']],
    ['img', 'src', [`files/${hash}.gif`], ['https://e.com/a.png', '']],
    ['img', 'alt', ['', 'anything "at" <all>'], []],
  ])('of %s %s', (tag, name, good, bad) => {
    expect(good.filter((value) => !isAllowedAttribute(tag, name, value))).toEqual([])
    expect(bad.filter((value) => isAllowedAttribute(tag, name, value))).toEqual([])
  })

  test('of a link', () => {
    const good = [
      'https://e.com',
      'http://e.com',
      'HTTPS://E.COM/a?b=c&d#e',
      'https://例え.jp/路径',
      'https://[::1]/',
      'mailto:a@b.co',
      'MAILTO:a',
      '#',
      '#a',
      '#引用',
    ]
    expect(good.filter((link) => !isAllowedLink(link))).toEqual([])
    const bad = [
      '',
      'e.com',
      '/a',
      '//e.com',
      'https:',
      'https:/e.com',
      'https://',
      'https:///e.com',
      'https://e.com/a b',
      'https://e.com/\\',
      'https://e.com/"',
      'https://e.com/<',
      'https://e.com/>',
      'https://e.com/\u0001',
      'https://e.com/\u00a0',
      'https://a@e.com',
      'https://a:b@e.com',
      'https://:b@e.com',
      'https://[',
      'xhttps://e.com',
      ' https://e.com',
      'https://e.com\n',
      'ftp://e.com',
      'file:///a',
      'data:,x',
      'javascript:x',
      'mailto:',
      'mailto:/a',
      'mailto:a b',
      'mailto:a\\',
      'xmailto:a',
      'mailto:a>',
      '#a b',
      '#"',
      '#<',
      '#>',
      '#\\',
      'x#a',
      '#a\u0001',
    ]
    expect(bad.filter(isAllowedLink)).toEqual([])
  })

  test('of a picture', () => {
    const good = [
      ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'].map((extension) => `files/${hash}.${extension}`),
      ...['png', 'jpeg', 'gif', 'webp'].map((type) => `data:image/${type};base64,AAaz09+/AA==`),
      'data:image/png;base64,AA=',
      'data:image/png;base64,A',
    ]
    expect(good.filter((image) => !isAllowedImage(image))).toEqual([])
    const bad = [
      '',
      `files/${hash}.svg`,
      `files/${hash}.pngx`,
      `files/${hash}xpng`,
      `files/${hash.slice(1)}.png`,
      `files/${hash}0.png`,
      `files/${hash.toUpperCase()}.png`,
      `xfiles/${hash}.png`,
      `files/${hash}.png?a`,
      `/files/${hash}.png`,
      `files/${hash}.jpgg`,
      'data:image/svg;base64,AA==',
      'data:image/svg+xml;base64,AA==',
      'data:image/png,AA',
      'data:image/png;base64,',
      'data:image/png;base64,AA===',
      'data:image/png;base64,A A',
      'data:image/png;base64,AA==x',
      'xdata:image/png;base64,AA==',
      'data:text/png;base64,AA==',
      'https://e.com/a.png',
    ]
    expect(bad.filter(isAllowedImage)).toEqual([])
  })

  test('is checked on the element that it stands on', () => {
    expect(sanitise('<p class="A" id="location" dir="up">x</p><a href="https://a@b.c">y</a><img src="x.png" alt="z">')).toBe(
      '<p>x</p><a>y</a><img alt="z">',
    )
    expect(sanitise(`<img src="data:image/png;base64,AA=="><img src="data:image/svg+xml;base64,AA==">`)).toBe(
      '<img src="data:image/png;base64,AA=="><img>',
    )
    expect(sanitise('<a href="mailto:a@b.co">x</a><a href="#y">y</a><a href="ftp://e.com">z</a>')).toBe(
      '<a href="mailto:a@b.co">x</a><a href="#y">y</a><a>z</a>',
    )
  })
})

test('for a page with Trusted Types it gives what the purifier gives, asked for as such', () => {
  const asked: Record<string, unknown>[] = []
  const purifier = {
    isSupported: true,
    sanitize: (_html: string, config: Record<string, unknown>) => {
      asked.push(config)
      return { trusted: true }
    },
    addHook: () => {},
  }
  expect(makeTrustedSanitiser({}, () => purifier)('x' as UnsafeHtml)).toEqual({ trusted: true })
  expect(asked[0]).toMatchObject({ RETURN_TRUSTED_TYPE: true, ALLOWED_TAGS: expect.arrayContaining(['p']), SANITIZE_DOM: true })
  expect(makeSanitiser({}, () => purifier)('x' as UnsafeHtml)).toBe('[object Object]')
  expect(asked[1]).not.toHaveProperty('RETURN_TRUSTED_TYPE')
  expect(() => makeSanitiser({}, () => ({ ...purifier, isSupported: false }))).toThrow('does not support')
  expect(() => makeTrustedSanitiser({}, () => ({ ...purifier, isSupported: false }))).toThrow('does not support')
})
