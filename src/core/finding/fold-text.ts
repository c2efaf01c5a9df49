// How search compares: without regard to case and width forms. Folding can change lengths, so what is found is mapped back to the original.

/**
 * NFKC makes `ＡＩ`, `㈱` and `ｿﾌﾄ` what they are usually written as; lower case comes after it, as some letters get their case by NFKC.
 * A sigma folds alike at the end of a word and inside it: else half a word would not find the whole.
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ')
}

/**
 * Whether folding what stands before a character and what begins with it, each alone, gives the same as folding both together: characters that
 * never combine with what precedes them (UAX #15, "stream-safe" cuts). Not all of those, but some in every text of our languages.
 */
function beginsAnew(code: number): boolean {
  return (
    code < 0x300 ||
    (code >= 0x370 && code <= 0x482) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30fa) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xff01 && code <= 0xff9d)
  )
}

/** The first place from `offset` on where the text may be cut without changing what its pieces fold to; its end if there is none. */
export function foldingBoundary(text: string, offset: number): number {
  let boundary = offset
  while (boundary < text.length && !beginsAnew(text.charCodeAt(boundary))) boundary += 1
  return boundary
}

// One character with the marks, voicing signs and Korean letters that can combine with it.
const combiningGroup = /[\s\S][\p{M}\u1160-\u11ff\uff9e\uff9f\uffa0-\uffdc]*/gu
const pieceLength = 512

/**
 * The range of `text` whose folding holds the range of `foldText(text)` from `foldedStart` to `foldedEnd`, all UTF-16. A character that folds
 * to several is given whole.
 */
export function originalRange(text: string, foldedStart: number, foldedEnd: number): { start: number; end: number } {
  let folded = 0
  let start: number | undefined
  for (let pieceStart = 0; pieceStart < text.length; ) {
    const pieceEnd = foldingBoundary(text, Math.min(text.length, pieceStart + pieceLength))
    const piece = text.slice(pieceStart, pieceEnd)
    const foldedPieceEnd = folded + foldText(piece).length
    if (foldedPieceEnd > foldedStart) {
      for (const { 0: group, index } of piece.matchAll(combiningGroup)) {
        folded += foldText(group).length
        if (start === undefined && folded > foldedStart) start = pieceStart + index
        if (folded >= foldedEnd) return { start: start ?? 0, end: pieceStart + index + group.length }
      }
    }
    folded = foldedPieceEnd
    pieceStart = pieceEnd
  }
  return { start: start ?? text.length, end: text.length }
}
