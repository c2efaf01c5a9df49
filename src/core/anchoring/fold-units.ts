// What a character is when two texts are compared word for word: width, quotes, dashes and Unicode forms make no difference, a digit always does.

/** What folding does with a UTF-16 unit, where it is no plain unit (`> 0`). */
export const SPACE = -1
export const DROPPED = -2
/** A mark, a half of a pair, a ligature: it is folded together with what combines with it. */
const CLUSTER = -3

/** Classes of folded units. */
export const OTHER = 1
/** Letters of scripts that put spaces between words (Hangul is one). */
export const LETTER = 2
export const DIGIT = 3
/** Letters of scripts without spaces, and halves of pairs: ideographs of the other planes and emoji. */
export const CJK = 4

const mark = /^\p{M}$/u
const letter = /^\p{L}$/u
const digit = /^\p{Nd}$/u
const cjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}々〆〇ー\ud800-\udfff]$/u
const space = /^[\s\u0085\u180e\u2800\u3164]$/u
// Soft hyphen, zero-width spaces and joiners of words, marks of direction, variation selectors: nobody sees them.
const dropped = /^(?:\u034f|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\p{Variation_Selector})$/u
const quote = /^["'`´‘’‚‛“”„‟‹›«»「」『』〝〞〟｢｣′″＂＇｀]$/u
const dash = /^[\p{Pd}\u2212\u2500\u2501]$/u
const tilde = /^[~\u301c\u223c\uff5e]$/u
/** What can combine with the character before it: marks, Korean letters, voicing signs of half width. */
const combining = /^[\p{M}\u1160-\u11ff\uff9e\uff9f\uffa0-\uffdc]$/u

// Filled as units are met: 65,536 regular expressions would take 60 ms at the first use.
const folds = new Int32Array(65_536)
const classes = new Uint8Array(65_536)
const joins = new Uint8Array(65_536)

export function foldUnit(unit: number): number {
  const known = folds[unit] as number
  return known !== 0 ? known : learn(folds, unit, computeFold(unit))
}

export function classOf(unit: number): number {
  const known = classes[unit] as number
  return known !== 0 ? known : learn(classes, unit, computeClass(unit))
}

export function isCombining(unit: number): boolean {
  if (unit < 0x300) return false
  const known = joins[unit] as number
  return (known !== 0 ? known : learn(joins, unit, combining.test(String.fromCharCode(unit)) ? 2 : 1)) === 2
}

function learn(table: Int32Array | Uint8Array, unit: number, value: number): number {
  table[unit] = value
  return value
}

function computeFold(unit: number): number {
  if (unit === 0) return CLUSTER
  const character = String.fromCharCode(unit)
  if (dropped.test(character)) return DROPPED
  if (space.test(character)) return SPACE
  if (quote.test(character)) return 0x27
  if (dash.test(character)) return 0x2d
  if (tilde.test(character)) return 0x7e
  if (unit >= 0xd800 && unit <= 0xdfff) return CLUSTER
  if (isCombining(unit)) return CLUSTER
  const folded = foldCluster(character)
  return folded.length === 1 ? folded.charCodeAt(0) : CLUSTER
}

/**
 * NFKC, which knows width forms, units and ligatures, but not where it makes a digit of something that only looks like one: `10²` is not 102,
 * and `①` is not 1. There NFC is all that is done.
 */
export function foldCluster(cluster: string): string {
  const first = cluster.charCodeAt(0)
  const compatible = cluster.normalize('NFKC')
  const isWidthForm = first >= 0xff00 && first <= 0xffef
  return isWidthForm || !/\p{Nd}/u.test(compatible) || /^\p{Nd}/u.test(cluster) ? compatible : cluster.normalize('NFC')
}

function computeClass(unit: number): number {
  const character = String.fromCharCode(unit)
  if (unit >= 0xd800 && unit <= 0xdfff) return CJK
  if (digit.test(character)) return DIGIT
  if (cjk.test(character)) return CJK
  return letter.test(character) || mark.test(character) ? LETTER : OTHER
}
