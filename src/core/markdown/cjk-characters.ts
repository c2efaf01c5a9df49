// Which characters count as CJK, punctuation or white space for emphasis and for line breaks.

// East Asian Width W, F or H without emoji, or script Hangul, as the CJK-friendly amendment defines it
// (github.com/tats-u/markdown-cjk-friendly, specification.md; commonmark-spec issue 650). Ranges of Unicode 17, written as data because
// JavaScript's regular expressions know scripts but not East Asian Width.
const CJK =
  /^[\u1100-\u11ff\u20a9\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u4dff\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uffee\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f200}\u{1f202}\u{1f210}-\u{1f219}\u{1f21b}-\u{1f22e}\u{1f230}\u{1f231}\u{1f237}\u{1f23b}\u{1f240}-\u{1f248}\u{1f260}-\u{1f265}\u{20000}-\u{3fffd}]/u

const HANGUL = /^\p{Script=Hangul}/u
const PUNCTUATION = /^[\p{P}\p{S}]/u
const WHITE_SPACE = /^[\p{Zs}\t\n\f\r]/u

/** `character` is one code point, or '' at the edge of a text (which counts as white space). */
export function isWhiteSpace(character: string): boolean {
  return character === '' || WHITE_SPACE.test(character)
}

export function isPunctuation(character: string): boolean {
  return PUNCTUATION.test(character)
}

export function isCjk(character: string): boolean {
  return CJK.test(character)
}

/** U+FE00 to U+FE0E choose a form of the character before them; U+FE0F asks for an emoji and is left out. */
export function isTextVariationSelector(character: string): boolean {
  return character >= '\ufe00' && character <= '\ufe0e'
}

export function isIdeographicVariationSelector(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code >= 0xe0100 && code <= 0xe01ef
}

/** Curly quotes are of ambiguous width; followed by U+FE01 they are the full-width form (StandardizedVariants.txt). */
export function isAmbiguousQuote(character: string): boolean {
  return character === '\u2018' || character === '\u2019' || character === '\u201c' || character === '\u201d'
}

/** True where a line break between the two characters is only the writer's wrapping: Chinese and Japanese put no space there, Korean does. */
export function joinsAcrossLines(before: string, after: string): boolean {
  return isCjk(before) && isCjk(after) && !HANGUL.test(before) && !HANGUL.test(after)
}
