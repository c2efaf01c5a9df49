// What a file is by its name, for who reads it and for the window, which sends nothing that nobody will read.

export type FileKind = 'note' | 'text' | 'data' | 'page' | 'archive' | 'document'

const kinds: readonly [FileKind | 'picture', readonly string[]][] = [
  ['note', ['md', 'markdown', 'mdown', 'mkd']],
  ['text', ['txt', 'text']],
  ['data', ['json', 'jsonld', 'csv', 'bib', 'ris']],
  ['page', ['html', 'htm', 'xhtml']],
  ['archive', ['mhtml', 'mht']],
  ['document', ['docx']],
  ['picture', ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif']],
]
const kindOfExtension = new Map(kinds.flatMap(([kind, extensions]) => extensions.map((extension) => [extension, kind] as const)))

/** A larger file is refused. */
export const maxFileBytes = 50_000_000

/** `isNamed`: the file itself was asked for, not a folder that it lies in; only then what has no extension is a text. */
export function fileKindOf(name: string, isNamed: boolean): FileKind | 'picture' | undefined {
  const [, extension] = /[^.]\.([^.]*)$/.exec(name) ?? []
  return extension === undefined || extension === '' ? (isNamed ? 'text' : undefined) : kindOfExtension.get(extension.toLowerCase())
}
