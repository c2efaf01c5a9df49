// One entry of Kindle's `My Clippings.txt`: whose book, what it is, where it stands. Kindles write the second line in the language they are set to.

export type KindleEntry = {
  book: string
  author: string
  kind: 'highlight' | 'note' | 'bookmark'
  page?: string
  /** Locations, or the page's number where there are none: both ends, the same scale within one book. */
  from?: number
  to?: number
  text: string
}

// English, German, French, Spanish, Italian, Portuguese beside Chinese and Japanese, since one word each is all that it takes.
const kinds: [RegExp, KindleEntry['kind']][] = [
  [/bookmark|书签|書籤|書簽|ブックマーク|しおり|lesezeichen|signet|marcador|segnalibro/i, 'bookmark'],
  [/\bnote\b|笔记|筆記|注释|註記|註釋|備註|メモ|ノート|notiz|\bnota\b/i, 'note'],
  [
    /highlight|clip|标注|標注|標註|醒目|重点|重點|划线|劃線|画线|剪贴|剪貼|剪切|ハイライト|クリップ|切り抜き|markierung|surlignement|subrayado|evidenziazione|destaque/i,
    'highlight',
  ],
]

/** `lines` are those between two `==========`. Undefined where they are no entry. */
export function readKindleEntry(lines: readonly string[]): KindleEntry | undefined {
  const first = lines.findIndex((line) => line.trim() !== '')
  const heading = (lines[first] ?? '').trim()
  const about = (lines[first + 1] ?? '').trim()
  if (first < 0 || !/^[-–—•]/.test(about)) return undefined
  // The date stands last and names nothing: a month called “Mark” would be taken for a kind.
  const parts = about.split('|')
  const what = (parts.length > 1 ? parts.slice(0, -1) : parts).join('|')
  const kind = kinds.find(([pattern]) => pattern.test(what))?.[1]
  if (!kind) return undefined
  const text = lines
    .slice(first + 2)
    .join('\n')
    .trim()
  return { ...readHeading(heading), kind, ...readPlace(what), text }
}

/** `Title (Author)`: the last pair of brackets, which may hold others; full-width ones in Chinese and Japanese books. */
function readHeading(heading: string): { book: string; author: string } {
  let depth = 0
  for (let at = heading.length - 1; at > 0 && /[)）]$/.test(heading); at -= 1) {
    const character = heading[at] as string
    if (/[)）]/.test(character)) depth += 1
    else if (/[(（]/.test(character)) depth -= 1
    if (depth === 0) return { book: heading.slice(0, at).trim(), author: heading.slice(at + 1, -1).trim() }
  }
  return { book: heading, author: '' }
}

const locationPattern = /(?:location|loc\.|位置|posici[oó]n|posizione|posição|emplacement|position)\D{0,8}?(\d+)(?:\s*[-–—~〜～至到]\s*#?(\d+))?/i
const pagePattern =
  /(?:\bpage|\bseite|página|pagina|第)\s*#?([\divxlc]+)(?:\s*[-–—~]\s*([\divxlc]+))?|(\d+)(?:\s*[-–—~]\s*(\d+))?\s*(?:页|頁|ページ)/i

function readPlace(what: string): Pick<KindleEntry, 'page' | 'from' | 'to'> {
  const page = pagePattern.exec(what)
  const location = locationPattern.exec(what)
  const pages = [page?.[1] ?? page?.[3], page?.[2] ?? page?.[4]].filter((part) => part !== undefined)
  const ends = location ? [location[1], location[2]] : pages.every((part) => /^\d+$/.test(part)) ? pages : []
  const from = ends[0] === undefined ? undefined : Number(ends[0])
  const to = from === undefined ? undefined : readEnd(String(ends[0]), ends[1])
  return {
    ...(pages.length > 0 ? { page: pages.join('–') } : {}),
    ...(from !== undefined && to !== undefined ? { from, to } : {}),
  }
}

/** Old Kindles write `1024-26` for 1024 to 1026. */
function readEnd(start: string, end: string | undefined): number {
  if (end === undefined) return Number(start)
  const whole = end.length < start.length ? start.slice(0, start.length - end.length) + end : end
  return Math.max(Number(start), Number(whole))
}
