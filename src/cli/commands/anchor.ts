// `footing anchor`: JSON lines of a text and a selector on stdin, where the passage stands in the text on stdout, in order.

import { z } from 'zod'
import { carryPassages } from '../../core/anchoring/carry-passages.ts'
import { type FoundPassage, findPassage, type PreparedText, prepareText } from '../../core/anchoring/find-passage.ts'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import { LineCutter } from '../../host/socket/message-lines.ts'
import { maxMessageBytes } from '../../host/socket/socket-wire.ts'
import { exitCodes } from '../exit-codes.ts'
import { LineWriter } from '../output.ts'

const offset = z.int().min(0)
// Selectors of others carry more (`type`, `conformsTo`): what is not understood is passed over.
const lineSchema = z.object({
  text: z.string(),
  selector: z.object({
    exact: z.string().min(1),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
    start: offset.optional(),
    end: offset.optional(),
  }),
  oldText: z.string().optional(),
})
type AnchorLine = z.infer<typeof lineSchema>

/** Texts that are kept ready: lines of several sources can come mixed. */
const mostTexts = 4

/** 0 when every line was answered, `lost` included; 1 when one could not be understood. */
export async function anchor(): Promise<number> {
  const cutter = new LineCutter(maxMessageBytes)
  const lines = new LineWriter()
  const texts = new PreparedTexts()
  let exitCode: number = exitCodes.done
  const answer = async (line: ReturnType<LineCutter['end']>) => {
    if (!line) return
    const parsed = line.kind === 'line' ? parseLine(line.bytes) : { error: `a line can hold ${maxMessageBytes / 1e6} MB` }
    if (!parsed) return
    if ('error' in parsed) exitCode = exitCodes.problems
    await lines.writeLine(JSON.stringify('error' in parsed ? parsed : find(parsed, texts)))
  }
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    for (const line of cutter.push(chunk)) await answer(line)
    // Whoever waits for an answer before the next line gets it.
    await lines.flush()
  }
  await answer(cutter.end())
  await lines.flush()
  return exitCode
}

function find({ text, selector, oldText }: AnchorLine, texts: PreparedTexts): FoundPassage {
  const { exact, prefix = '', suffix = '', start } = selector
  if (oldText !== undefined && start !== undefined) {
    const [found] = carryPassages(oldText, text, [{ exact, prefix, suffix, start, end: start + exact.length }])
    if (found) return found
  }
  return findPassage(texts.get(text), selector)
}

/** Undefined for a blank line. Never throws. */
function parseLine(bytes: Uint8Array): AnchorLine | { error: string } | undefined {
  let value: unknown
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.trim() === '') return undefined
    value = JSON.parse(text)
  } catch (error) {
    return { error: error instanceof SyntaxError ? `the line is not JSON: ${error.message}` : 'the line is not UTF-8' }
  }
  const parsed = readBySchema(lineSchema, value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.')
  return { error: `a line is {"text":"…","selector":{"exact":"…"}}: ${where ? `${where}: ` : ''}${issue?.message ?? 'it has another form'}` }
}

class PreparedTexts {
  readonly #texts = new Map<string, PreparedText>()

  get(text: string): PreparedText {
    const known = this.#texts.get(text)
    const prepared = known ?? prepareText(text)
    // The one used longest ago is the first.
    this.#texts.delete(text)
    this.#texts.set(text, prepared)
    const [oldest] = this.#texts.keys()
    if (this.#texts.size > mostTexts && oldest !== undefined) this.#texts.delete(oldest)
    return prepared
  }
}
