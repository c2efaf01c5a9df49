// The footnotes of a page as Markdown's: a reference that leads to a note in the same page becomes a mark, and the note is taken out to be put at the end.

/** In place of a reference, with the note's number between them: private characters pass through every reader of HTML and writer of Markdown. */
const [open, close] = ['\ue0f0', '\ue0f1']
const maxNotes = 5_000
const maxNoteLength = 20_000

/** The notes by number from 1, as HTML. The document is changed. */
export function takeFootnotes(page: Document): string[] {
  const notes: string[] = []
  const numberOf = new Map<Element, number>()
  for (const link of page.querySelectorAll('a[href*="#"]')) {
    const id = idOf(link.getAttribute('href') ?? '')
    const target = id && isReference(link) ? noteOf(page.getElementById(id) ?? page.getElementsByName(id)[0], link) : undefined
    if (!target) continue
    let number = numberOf.get(target)
    if (number === undefined) {
      if (numberOf.size >= maxNotes) break
      number = numberOf.size + 1
      numberOf.set(target, number)
    }
    const above = link.closest('sup')
    const whole = above && above.textContent?.trim() === link.textContent?.trim() ? above : link
    whole.replaceWith(`${open}${number}${close}`)
  }
  for (const target of numberOf.keys()) {
    for (const back of target.querySelectorAll('a[href*="#"]')) if ((back.textContent ?? '').trim().length <= 3) back.remove()
    for (const mark of target.querySelectorAll('.mw-cite-backlink')) mark.remove()
    notes.push(target.innerHTML)
    const list = target.parentElement
    target.remove()
    if (list && /^[OU]L$/.test(list.tagName) && list.children.length === 0) list.remove()
  }
  return notes
}

/** The marks as `[^1]`, and at the end the notes that something refers to. */
export function putFootnotes(markdown: string, notes: readonly string[], toMarkdown: (html: string) => string): string {
  const used = new Set<number>()
  const text = markdown.replace(/\ue0f0(\d{1,4})\ue0f1/g, (_mark, digits: string) => {
    used.add(Number(digits))
    return `[^${digits}]`
  })
  if (used.size === 0) return text
  const written = [...used]
    .toSorted((one, other) => one - other)
    .map((number) => {
      const note = toMarkdown(notes[number - 1] ?? '')
        .replace(/\ue0f0\d*\ue0f1/g, '')
        .trim()
      return `[^${number}]: ${note.replace(/^\s*(?:\^|↑|↩︎?)\s*/, '').replaceAll('\n', '\n    ')}`
    })
  return `${text.trimEnd()}\n\n${written.join('\n\n')}\n`
}

function idOf(href: string): string | undefined {
  const [, id] = /#([^#]+)$/.exec(href) ?? []
  if (id === undefined) return undefined
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

function isReference(link: Element): boolean {
  const words = (link.textContent ?? '').trim()
  if (/noteref/.test(`${link.getAttribute('role')} ${link.getAttribute('epub:type')}`)) return words.length < 20
  return /^[[(（［]?(?:\d{1,4}|[*†‡§¶]{1,4}|[a-z]|注\s?\d*|註\s?\d*|note\s\d+)[\])）］]?$/i.test(words)
}

/** The list item or paragraph that the anchor names or stands in; none where it is a heading, a section, or holds the reference itself. */
function noteOf(found: Element | undefined, link: Element): Element | undefined {
  if (!found) return undefined
  const note = /^(?:LI|P|DD|DIV|ASIDE)$/.test(found.tagName) ? found : found.closest('li, p, dd, aside')
  if (!note || note.contains(link) || note.querySelector('h1, h2, h3, h4, h5, h6')) return undefined
  // A link back to a reference is one in the other direction.
  const isAfter = (link.compareDocumentPosition(note) & 4) !== 0
  const length = (note.textContent ?? '').trim().length
  return isAfter && length > 0 && length < maxNoteLength ? note : undefined
}
