// What in a piece of HTML could run, be fetched, lead elsewhere or take a name: a walker that knows nothing of the sanitiser's own list.
//
// It is self-contained, so that the same source runs in a test (over jsdom) and inside a page of Chromium.

type Parse = (html: string) => { body: Iterable<never> & { querySelectorAll: (selector: string) => Iterable<Walked> } }
type Walked = { localName: string; namespaceURI: string | null; attributes: Iterable<{ name: string; value: string }>; ownerDocument: unknown }

/** A line for each thing found; none for HTML that does nothing. `parse` is an inert parser: DOMParser's. */
export function findActive(html: string, parse: Parse): string[] {
  const harmless =
    /^(?:a|abbr|aside|b|bdi|bdo|blockquote|br|caption|cite|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|rp|rt|ruby|s|samp|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|var|wbr)$/
  const words = /^(?:alt|align|class|colspan|dir|height|lang|open|role|rowspan|scope|start|title|value|width|aria-(?:hidden|label)|data-[a-z-]+)$/
  const found: string[] = []
  for (const element of parse(html).body.querySelectorAll('*')) {
    const { localName, namespaceURI } = element
    if (namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(`<${localName}> of ${namespaceURI}`)
    if (!harmless.test(localName)) found.push(`<${localName}>`)
    for (const { name, value } of element.attributes) {
      const isKnown =
        (localName === 'a' && name === 'href' && /^(?:https?:\/\/[^/\\@\s]+(?:[/?#][^\\\s]*)?|mailto:[^/\\\s][^\\\s]*|#[^\\\s<>"]*)$/i.test(value)) ||
        (localName === 'img' &&
          name === 'src' &&
          /^(?:files\/[0-9a-f]{64}\.(?:png|jpe?g|gif|webp|avif)|data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*)$/.test(value)) ||
        (name === 'id' && /^user-content-[^\s"'<>]*$/.test(value)) ||
        // DOMPurify can only empty it: the DOM writes it out for an element that was made with it.
        (name === 'is' && value === '') ||
        words.test(name)
      if (!isKnown) found.push(`<${localName} ${name}=${JSON.stringify(value)}>`)
    }
  }
  return found
}
