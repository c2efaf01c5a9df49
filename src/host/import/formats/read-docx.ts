// A Word document as Markdown: mammoth makes plain HTML of it, and from there it goes the way of every page.

import mammoth from 'mammoth'
import type { ConvertedPage } from '../read-one-file.ts'
import { checkZip } from './check-zip.ts'
import { htmlToMarkdown, parseHtml } from './html-to-markdown.ts'
import { putFootnotes, takeFootnotes } from './page-footnotes.ts'

export async function readDocx(
  bytes: Uint8Array,
  keepPicture: (bytes: Uint8Array) => Promise<string | undefined>,
): Promise<ConvertedPage | { ok: false; reason: string }> {
  const problem = checkZip(bytes)
  if (problem !== undefined) return { ok: false, reason: problem === 'not a zip file' ? 'no Word document (.docx)' : problem }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let missing = 0
  const convertImage = mammoth.images.imgElement(async (image) => {
    const name = await image.readAsBuffer().then(keepPicture)
    if (name === undefined) missing += 1
    return { src: name ?? '' }
  })
  let html: string
  try {
    html = (await mammoth.convertToHtml({ buffer }, { convertImage, externalFileAccess: false })).value
  } catch {
    return { ok: false, reason: 'a damaged Word document' }
  }
  const page = parseHtml(html)
  const notes = takeFootnotes(page)
  const { markdown } = htmlToMarkdown(page.body.innerHTML)
  const said = missing > 0 ? [`${missing} of its pictures ${missing === 1 ? 'is' : 'are'} of a kind that is not kept`] : []
  return {
    ok: true,
    markdown: putFootnotes(markdown, notes, (note) => htmlToMarkdown(note).markdown),
    title: '',
    url: '',
    language: '',
    publisher: '',
    authors: [],
    published: '',
    notes: said,
  }
}
