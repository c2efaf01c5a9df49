// Pages to edit: what installed packages and the starter ship in three languages, and essays of our own where there is little of that.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import type { Page } from './make-cases.ts'

const packages = {
  en: ['jsdom/README.md', 'commander/Readme.md', 'dompurify/README.md', '@codemirror/view/CHANGELOG.md', '@biomejs/biome/README.md'],
  zh: ['@biomejs/biome/README.zh-CN.md', '@biomejs/biome/README.zh-TW.md'],
  ja: ['@biomejs/biome/README.ja.md'],
}
/** Long enough for a dozen passages that are not each other's neighbours, short enough for thousands of rounds. */
const longest = 24_000

export function realPages(): Page[] {
  const shipped = (['en', 'zh', 'ja'] as const).flatMap((language) =>
    packages[language].map((name) => makePage(name, language, new URL(`../../../node_modules/${name}`, import.meta.url))),
  )
  return [...shipped, ...starterPages(), essay('paper-zh.md', 'zh'), essay('railway-ja.md', 'ja')]
}

/** What of them is running prose: paragraphs of some length that end as a sentence does. */
export function prosePages(): Page[] {
  const pages = [...realPages(), essay('canal-zh.md', 'zh'), essay('lighthouse-ja.md', 'ja')]
  return pages
    .map((page) => ({
      ...page,
      text: page.text
        .split(/\n{2,}/)
        .filter(isProse)
        .join('\n\n'),
    }))
    .filter(({ text }) => text.length > leastProse)
}

const leastProse = 900

function isProse(paragraph: string): boolean {
  const length = /[\p{Script=Han}\p{Script=Hiragana}]/u.test(paragraph) ? paragraph.length * 3 : paragraph.length
  return length > 150 && /[.!?。！？)）]$/.test(paragraph.trim()) && !/[{};]|\n.*\n/.test(paragraph)
}

function starterPages(): Page[] {
  const folder = new URL('../../../resources/starter/sources/', import.meta.url)
  return readdirSync(fileURLToPath(folder)).map((name) => makePage(name, name.endsWith('-zh.md') ? 'zh' : 'en', new URL(name, folder)))
}

function essay(name: string, language: Page['language']): Page {
  return makePage(name, language, new URL(`../../fixtures/anchoring/${name}`, import.meta.url))
}

function makePage(name: string, language: Page['language'], url: URL): Page {
  return { name, language, text: renderMarkdown(readFileSync(url, 'utf8')).readingText.slice(0, longest) }
}
