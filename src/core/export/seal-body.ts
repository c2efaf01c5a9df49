// Closes what a body leaves open at its end (a code fence, a comment), which would swallow everything that follows it in the file.

import { lexMarkdown } from '../markdown/footing-lexer.ts'

const sentinel = 'Xq0z'

/** What must follow the body so that a paragraph after it is a paragraph: nothing, nearly always. Undefined where nothing helps. */
export function closingOf(body: string): string | undefined {
  let closing = ''
  // A second round: a closed comment can uncover a fence before it.
  for (let round = 0; round < 3; round += 1) {
    const last = lexMarkdown(`${body}${closing}\n\n${sentinel}\n`)
      .tokens.filter((token) => token.type !== 'space')
      .at(-1)
    if (last?.type === 'paragraph' && last.raw.trim() === sentinel) return closing
    const end = last?.type === 'code' ? fenceOf(last.raw) : last?.type === 'html' ? endOfHtml(last.raw) : undefined
    if (end === undefined) return undefined
    closing += `${/[\r\n]$/.test(body + closing) ? '' : '\n'}${end}`
  }
  return undefined
}

function fenceOf(raw: string): string | undefined {
  return /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1]
}

// CommonMark 0.31, "HTML blocks", kinds 1 to 5: all others end at a blank line.
function endOfHtml(raw: string): string | undefined {
  const html = raw.trimStart()
  if (html.startsWith('<!--')) return '-->'
  if (html.startsWith('<?')) return '?>'
  if (html.startsWith('<![CDATA[')) return ']]>'
  if (html.startsWith('<!')) return '>'
  const tag = /^<(pre|script|style|textarea)\b/i.exec(html)?.[1]
  return tag && `</${tag}>`
}
