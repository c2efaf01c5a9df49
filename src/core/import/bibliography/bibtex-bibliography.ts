// BibTeX is known by its look; the library that reads it takes half a second to load, so only who meets some loads it.

import type { TextFormat } from '../import-item.ts'

export const bibtexBibliography: TextFormat = {
  name: 'BibTeX bibliography',
  recognises: (fileName, head) => /\.bib(?:tex)?$/i.test(fileName) || /^\s*@(?:\w+)\s*[{(]\s*[^\s,{}"=@]+\s*,/m.test(head.slice(0, 20_000)),
  parse: async (_, text) => (await import('./parse-bibtex.ts')).parseBibtex(text),
  // Reading an entry takes milliseconds.
  count: (text) => text.match(/^[ \t]*@(?!comment\b|string\b|preamble\b)[a-z]+\s*[{(]/gim)?.length ?? 0,
}
