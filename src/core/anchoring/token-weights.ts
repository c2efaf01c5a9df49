// How much a token says about which passage this is: the more, the rarer it is in the text.

import { CJK, classOf } from './fold-units.ts'
import { GramIndex } from './gram-index.ts'
import { isSign, type Tokens } from './tokens.ts'

const least = 0.06
const sign = 0.08

/**
 * By the short piece that begins with the token, whose places in `grams` are counted already. Squared, because a page of a hundred deals has the
 * words of its pattern a hundred times, and they must not outweigh the two that name the deal.
 */
export function weighTokens(tokens: Tokens, grams: GramIndex): Float32Array {
  const weights = new Float32Array(tokens.count)
  const scale = Math.log2(grams.length + 64)
  for (let index = 0; index < tokens.count; index += 1) {
    if (isSign(tokens, index)) {
      weights[index] = sign
      continue
    }
    const start = tokens.starts[index] as number
    let at = start
    // The last ideograph of a text has no neighbour to be counted with: it counts as the one before it.
    while (at > 0 && GramIndex.lengthAt(tokens.text, at) === undefined) at -= 1
    const count = GramIndex.lengthAt(tokens.text, at) === undefined ? 0 : grams.countOf(tokens.text, at)
    const rarity = Math.max(0, 1 - Math.log2(count + 1) / scale)
    const size = classOf(tokens.text.charCodeAt(start)) === CJK ? 0.6 : Math.min(1, 0.55 + 0.09 * ((tokens.ends[index] as number) - start))
    weights[index] = Math.max(least, rarity * rarity * size)
  }
  return weights
}
