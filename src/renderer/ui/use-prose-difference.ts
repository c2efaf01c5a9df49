// The difference of two short texts, as parts; undefined until it is known, or where there is no second text.

import { useEffect, useState } from 'react'
import { diffProse, type ProsePart } from '../../core/diff/diff-prose.ts'

export function useProseDifference(before: string, after: string | undefined): readonly ProsePart[] | undefined {
  const [parts, setParts] = useState<readonly ProsePart[]>()
  useEffect(() => {
    if (after === undefined) return
    let isWanted = true
    void diffProse(before, after).then((blocks) => {
      if (isWanted)
        setParts(blocks.flatMap((block): readonly ProsePart[] => (block.kind === 'same' ? [{ kind: 'same', text: block.text }] : block.parts)))
    })
    return () => {
      isWanted = false
    }
  }, [before, after])
  return after === undefined ? undefined : parts
}
