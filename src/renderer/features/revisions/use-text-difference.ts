// Two reading texts compared sentence by sentence, and word by word within those that changed.

import { useEffect, useState } from 'react'
import { diffProse, type ProseBlock } from '../../../core/diff/diff-prose.ts'
import { splitSentences } from '../../../core/diff/split-sentences.ts'

/** Undefined until both texts are here and compared. */
export function useTextDifference(before: string | undefined, after: string | undefined): readonly ProseBlock[] | undefined {
  const [blocks, setBlocks] = useState<readonly ProseBlock[]>()
  useEffect(() => {
    if (before === undefined || after === undefined) return
    let isWanted = true
    void diffProse(bySentence(before), bySentence(after), breathe).then((found) => {
      if (isWanted) setBlocks(found)
    })
    return () => {
      isWanted = false
    }
  }, [before, after])
  return blocks
}

/** One sentence a line: what the comparison takes for a paragraph. */
function bySentence(text: string): string {
  return splitSentences(text)
    .map((sentence) => `${sentence.text.replaceAll('\n', ' ')}\n`)
    .join('')
}

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))
