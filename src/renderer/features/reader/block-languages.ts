// The language of each block where a text mixes them: Han characters are drawn otherwise in Japanese, and lines break by other rules.

import { guessLanguage } from '../../ui/guess-language.ts'

const cjkCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
/** A heading or a cell in Han alone says little: a paragraph as long as this without any kana is not Japanese. */
const tellingLength = 30
/** A guess looks at the beginning. */
const sampleLength = 500

const primaryOf = (tag: string) => tag.split('-')[0] ?? ''

/**
 * The `lang` of a block that is not in the language of its text, or undefined. `cjkSoFar` is the last of Chinese, Japanese and Korean that was
 * told in this text: short blocks in Han alone are taken for the same.
 */
export function languageOfBlock(block: string, language: string, cjkSoFar: string): string | undefined {
  const sample = block.slice(0, sampleLength)
  const isCjkText = /^(?:zh|ja|ko)\b/.test(language)
  if (!cjkCharacter.test(sample)) {
    const guessed = isCjkText ? guessLanguage(sample) : ''
    return guessed === '' ? undefined : guessed
  }
  let guessed = guessLanguage(sample)
  // More Latin letters than others, with a name in Chinese: the block stays in the language of the text.
  if (!/^(?:zh|ja|ko)\b/.test(guessed)) return isCjkText && guessed !== '' ? guessed : undefined
  if (primaryOf(guessed) === 'zh' && !kana.test(sample) && sample.length < tellingLength) guessed = cjkSoFar || (isCjkText ? language : guessed)
  return primaryOf(guessed) === primaryOf(language) ? undefined : guessed
}

/** Marks the blocks of a shown text that are in another language than it, before anything is painted; returns how to take that back. */
export function markBlockLanguages(root: Element, language: string): () => void {
  const marked: Element[] = []
  let cjkSoFar = ''
  for (const block of root.querySelectorAll('[data-reading-start]:not([lang])')) {
    // Code is in no language, and what the page itself says about a block is believed.
    if (block.closest('pre, code') || (block.parentElement?.closest('[lang]') ?? root) !== root) continue
    const told = languageOfBlock(block.textContent ?? '', language, cjkSoFar)
    if (!told) continue
    block.setAttribute('lang', told)
    marked.push(block)
    if (/^(?:zh|ja|ko)\b/.test(told)) cjkSoFar = told
  }
  return () => {
    for (const block of marked) block.removeAttribute('lang')
  }
}
