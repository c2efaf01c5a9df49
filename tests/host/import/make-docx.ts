// A Word document of the given paragraphs and footnotes, with the parts that readers ask for.

import { makeZip } from './make-zip.ts'

const word = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
export const paragraph = (text: string, more = '') => `<w:p>${more}<w:r><w:t>${text}</w:t></w:r></w:p>`
const relations = (inner: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** `notes` are the footnotes it has. */
export const makeDocx = (body: string, notes = '') =>
  makeZip([
    [
      '[Content_Types].xml',
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ],
    ['_rels/.rels', relations(`<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`)],
    ['word/_rels/document.xml.rels', relations(`<Relationship Id="r2" Type="${office}/footnotes" Target="footnotes.xml"/>`)],
    ['word/document.xml', word(body)],
    [
      'word/footnotes.xml',
      `<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${notes}</w:footnotes>`,
    ],
  ])
