// What HTML may appear in a window: the allow-list as data, and the sanitiser that enforces it with the caller's DOMPurify.

declare const unsafe: unique symbol
declare const safe: unique symbol

/** HTML made from text that nobody has checked: it must pass a sanitiser before a window shows it. */
export type UnsafeHtml = string & { readonly [unsafe]: true }
/** HTML that holds nothing outside the allow-list. */
export type SafeHtml = string & { readonly [safe]: true }

/** Attributes that every allowed element may have. `data-` attributes are named one by one: a window's code acts on them. */
export const GLOBAL_ATTRIBUTES = [
  'aria-hidden',
  'aria-label',
  'class',
  'data-callout',
  'data-checked',
  'data-citekey',
  'data-footnote',
  'data-highlight',
  'data-insight',
  'data-no-reading',
  'data-reading-start',
  'data-title',
  'dir',
  'id',
  'lang',
  'role',
  'title',
]

/** Allowed elements with the attributes that each has beyond the global ones. Nothing of SVG, MathML or forms. */
export const ALLOWED_ELEMENTS = new Map<string, readonly string[]>([
  ...['abbr', 'aside', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'dd', 'del', 'dfn', 'div', 'dl', 'dt', 'em'].map(plain),
  ...['figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'ins', 'kbd', 'mark', 'p', 'pre', 'q', 'rp', 'rt', 'ruby', 's'].map(
    plain,
  ),
  ...['samp', 'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'u', 'ul', 'var'].map(plain),
  ['wbr', []],
  ['a', ['href']],
  ['details', ['open']],
  ['img', ['src', 'alt', 'width', 'height']],
  ['li', ['value']],
  ['ol', ['start']],
  ['td', ['align', 'colspan', 'rowspan']],
  ['th', ['align', 'colspan', 'rowspan', 'scope']],
])

/** Elements whose text no reader sees as text: they go with all they hold. */
export const REMOVED_WITH_CONTENT = [
  'audio',
  'canvas',
  'frameset',
  'iframe',
  'math',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'plaintext',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
  'xmp',
]

/** Ids made by us start with this; no other id passes, so that none can shadow a property of the document. */
export const ID_PREFIX = 'user-content-'

function plain(tag: string): [string, readonly string[]] {
  return [tag, []]
}

// Whole-string patterns over an already decoded value. No white space or control character anywhere: browsers strip some of them, so
// `java\nscript:` would be read otherwise than it is checked. No backslash: browsers read it as `/`, Windows as the start of a UNC path.
const WEB_LINK = /^https?:\/\/(?!\/)[^\s\p{Cc}\\"<>]+$/iu
const MAIL_LINK = /^mailto:(?!\/)[^\s\p{Cc}\\"<>]+$/iu
const IN_PAGE_LINK = /^#[^\s\p{Cc}\\"<>]*$/u
const OWN_FILE = /^files\/[0-9a-f]{64}\.(?:png|jpe?g|gif|webp|avif)$/
const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/

/** True for an absolute http(s) or mailto URL, or a place in the page. Relative links, `//host`, files and UNC paths lead nowhere here. */
export function isAllowedLink(href: string): boolean {
  return WEB_LINK.test(href) ? hasHost(href) : MAIL_LINK.test(href) || IN_PAGE_LINK.test(href)
}

/** True for the notebook's own raster files and for raster images in the text itself: nothing is ever fetched. */
export function isAllowedImage(src: string): boolean {
  return OWN_FILE.test(src) || DATA_IMAGE.test(src)
}

// `https://a@b` shows one host and leads to another.
function hasHost(href: string): boolean {
  if (!URL.canParse(href)) return false
  const url = new URL(href)
  return url.hostname !== '' && url.username === '' && url.password === ''
}

/** True where `value` may stand as the attribute `name` of `tag`. Both names in lower case. */
export function isAllowedAttribute(tag: string, name: string, value: string): boolean {
  if (!GLOBAL_ATTRIBUTES.includes(name) && !ALLOWED_ELEMENTS.get(tag)?.includes(name)) return false
  switch (name) {
    case 'href':
      return isAllowedLink(value)
    case 'src':
      return isAllowedImage(value)
    case 'id':
      return value.startsWith(ID_PREFIX) && /^[\p{L}\p{N}_-]+$/u.test(value)
    case 'class':
      return /^[a-z][a-z0-9 -]*$/.test(value) || (tag === 'code' && /^language-[^\s"<>]+$/.test(value))
    case 'role':
      return value === 'img' || value === 'note' || value === 'doc-endnotes' || value === 'doc-noteref' || value === 'doc-backlink'
    case 'align':
      return value === 'left' || value === 'center' || value === 'right'
    case 'dir':
      return value === 'ltr' || value === 'rtl' || value === 'auto'
    case 'scope':
      return value === 'row' || value === 'col'
    case 'start':
    case 'value':
    case 'width':
    case 'height':
    case 'colspan':
    case 'rowspan':
      return /^\d{1,9}$/.test(value)
    default:
      return true
  }
}

/** The little that is used of a DOM element. */
type ElementLike = { nodeName: string }
type AttributeEvent = { attrName: string; attrValue: string; keepAttr: boolean }

/** The little that is used of DOMPurify, so that core needs neither it nor a DOM to compile. */
export type PurifierLike = {
  isSupported: boolean
  sanitize(html: string, config: Record<string, unknown>): unknown
  addHook(entryPoint: 'uponSanitizeAttribute', hook: (element: ElementLike, event: AttributeEvent) => void): void
}

/** DOMPurify's factory as the package exports it. */
export type PurifierFactory<Window> = (window: Window) => PurifierLike

const ATTRIBUTES = [...new Set([...GLOBAL_ATTRIBUTES, ...[...ALLOWED_ELEMENTS.values()].flat()])]

const CONFIG = {
  ALLOWED_TAGS: [...ALLOWED_ELEMENTS.keys()],
  ALLOWED_ATTR: ATTRIBUTES,
  // DOMPurify takes every attribute for an address that is not named here.
  ADD_URI_SAFE_ATTR: ATTRIBUTES.filter((name) => name !== 'href' && name !== 'src'),
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  // The hook below decides per tag; DOMPurify's own pattern only has to let those values through.
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#|files\/|data:image\/)/i,
  FORBID_CONTENTS: REMOVED_WITH_CONTENT,
  SANITIZE_DOM: true,
  KEEP_CONTENT: true,
}

/**
 * A function from unsafe to safe HTML over one `window` (a browser's, or jsdom's) and DOMPurify's factory.
 * Throws where DOMPurify does not support the window: then nothing would be sanitised.
 */
export function makeSanitiser<Window>(window: Window, createPurifier: PurifierFactory<Window>): (html: UnsafeHtml) => SafeHtml {
  const purifier = guardedPurifier(window, createPurifier)
  return (html) => String(purifier.sanitize(html, CONFIG)) as SafeHtml
}

/** The same for a page that requires Trusted Types: the result is the browser's TrustedHTML, which `String()` turns into SafeHtml. */
export function makeTrustedSanitiser<Window>(window: Window, createPurifier: PurifierFactory<Window>): (html: UnsafeHtml) => unknown {
  const purifier = guardedPurifier(window, createPurifier)
  return (html) => purifier.sanitize(html, { ...CONFIG, RETURN_TRUSTED_TYPE: true })
}

function guardedPurifier<Window>(window: Window, createPurifier: PurifierFactory<Window>): PurifierLike {
  const purifier = createPurifier(window)
  if (!purifier.isSupported) throw new Error('DOMPurify does not support this window, so HTML cannot be made safe')
  purifier.addHook('uponSanitizeAttribute', (element, event) => {
    if (!isAllowedAttribute(element.nodeName.toLowerCase(), event.attrName, event.attrValue)) event.keepAttr = false
  })
  return purifier
}
