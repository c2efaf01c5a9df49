// Cuts a text into the pieces that a merge compares: lines first, words inside lines that both sides changed.

// A line keeps its line ends, and the empty lines after it: empty lines as pieces of their own are all alike, and a longest common
// subsequence over many alike pieces is slow and pairs the wrong ones.
const LINE = /[^\r\n]*(?:\r\n?|\n)+|[^\r\n]+/g

// A word takes the white space after it along, so that changes of two neighbouring words touch. An amount is one piece, in Chinese numerals too:
// 三百亿 changed to 五百亿 by one and to 三百万 by the other must never become 五百万. Scripts without spaces are cut into characters.
const WORD =
  /\r\n?|\n|[\p{Nd}〇零一二三四五六七八九十百千万萬亿億兆](?:[.,]?[\p{Nd}〇零一二三四五六七八九十百千万萬亿億兆])*[ \t]*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[[\p{L}\p{N}\p{M}_]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+[ \t]*|.(?:\u200d.|\p{M}|[\ufe00-\ufe0f])*[ \t]*/gsv

/** The pieces in order; joined they are the text again. */
export function splitLines(text: string): string[] {
  return text.match(LINE) ?? []
}

/** The pieces in order; joined they are the text again. */
export function splitWords(text: string): string[] {
  return text.match(WORD) ?? []
}
