// A text as anchoring compares it, with the way back: every folded unit knows which range of the original it stands for.

import { CJK, classOf, DIGIT, DROPPED, foldCluster, foldUnit, isCombining, OTHER, SPACE } from './fold-units.ts'

/** Unit i of `text` stands for `starts[i]` to `ends[i]` of the original, UTF-16. */
export type FoldedText = { text: string; starts: Uint32Array; ends: Uint32Array }

const QUOTE = 0x27
const DASH = 0x2d
const DOT = 0x2e
/** UAX #15 lets a stream cut after 30 marks. Normalising sorts them, which for a million on one letter would be quadratic. */
const maxClusterLength = 32

/**
 * White space counts only where it parts two words of a script that uses it, and between the figures of a list (`10, 20` is not `10,20`):
 * so wrapping a text anew changes nothing, nor does a space beside Chinese, a dash or a quote. Linear in the text.
 */
export function foldText(original: string): FoldedText {
  const folded = new FoldedUnits(original.length)
  let spaceStart = -1
  let spaceEnd = -1
  for (let at = 0; at < original.length; ) {
    const unit = foldUnit(original.charCodeAt(at))
    const isJoined = at + 1 < original.length && isCombining(original.charCodeAt(at + 1))
    if (unit > 0 && !isJoined) {
      folded.add(unit, at, at + 1, spaceStart, spaceEnd)
      spaceStart = -1
      at += 1
    } else if (unit === SPACE && !isJoined) {
      if (spaceStart < 0) spaceStart = at
      at += 1
      spaceEnd = at
    } else if (unit === DROPPED) at += 1
    else {
      const end = clusterEnd(original, at)
      const cluster = foldCluster(original.slice(at, end))
      for (let index = 0; index < cluster.length; index += 1) {
        const clusterUnit = index === 0 || cluster.length === 1 ? foldUnit(cluster.charCodeAt(index)) : cluster.charCodeAt(index)
        folded.add(clusterUnit > 0 ? clusterUnit : cluster.charCodeAt(index), at, end, index === 0 ? spaceStart : -1, spaceEnd)
      }
      spaceStart = -1
      at = end
    }
  }
  return folded.finish()
}

function clusterEnd(original: string, at: number): number {
  const code = original.codePointAt(at) as number
  let end = at + (code > 0xffff ? 2 : 1)
  while (end < original.length && end - at < maxClusterLength && isCombining(original.charCodeAt(end))) end += 1
  return end
}

class FoldedUnits {
  #units: Uint16Array
  #starts: Uint32Array
  #ends: Uint32Array
  #count = 0

  constructor(length: number) {
    this.#units = new Uint16Array(length + 64)
    this.#starts = new Uint32Array(length + 64)
    this.#ends = new Uint32Array(length + 64)
  }

  /** `spaceStart` is -1 where no white space stands before it. */
  add(unit: number, start: number, end: number, spaceStart: number, spaceEnd: number): void {
    const count = this.#count
    if (count > 0) {
      const last = this.#units[count - 1] as number
      // `--` is a dash as — is, `''` a quote as " is, and an ellipsis has as many dots as somebody typed.
      const isRepeated = last === unit && (unit === DASH || unit === QUOTE || (unit === DOT && count > 2 && this.#endsInDots()))
      if (isRepeated) {
        this.#ends[count - 1] = end
        return
      }
      if (spaceStart >= 0 && this.#keepsSpace(last, unit)) this.#push(0x20, spaceStart, spaceEnd)
    }
    this.#push(unit, start, end)
  }

  finish(): FoldedText {
    const units = this.#units.subarray(0, this.#count)
    let text = ''
    for (let at = 0; at < units.length; at += 8_192) text += String.fromCharCode(...units.subarray(at, at + 8_192))
    return { text, starts: this.#starts.subarray(0, this.#count), ends: this.#ends.subarray(0, this.#count) }
  }

  #endsInDots(): boolean {
    return this.#units[this.#count - 2] === DOT && this.#units[this.#count - 3] === DOT
  }

  #keepsSpace(last: number, unit: number): boolean {
    const [before, after] = [classOf(last), classOf(unit)]
    if (before === CJK || after === CJK || after === OTHER) return false
    return before !== OTHER || (after === DIGIT && this.#count > 1 && classOf(this.#units[this.#count - 2] as number) === DIGIT)
  }

  #push(unit: number, start: number, end: number): void {
    if (this.#count === this.#units.length) this.#grow()
    this.#units[this.#count] = unit
    this.#starts[this.#count] = start
    this.#ends[this.#count] = end
    this.#count += 1
  }

  /** Few characters fold to several units. */
  #grow(): void {
    const length = this.#units.length * 2
    const grown = <T extends Uint16Array | Uint32Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.#units = grown(this.#units, new Uint16Array(length))
    this.#starts = grown(this.#starts, new Uint32Array(length))
    this.#ends = grown(this.#ends, new Uint32Array(length))
  }
}
