// A vault as people have them, the same every time: folders, front matter, links, embeds, callouts, tags, and pictures that notes show.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const noteCount = 5_200
const pictureCount = 300

const phrases = [
  'SoftBank sold its holding in the chip maker for $5.83 billion in October, and the market asked what it would buy next.',
  'The vision fund booked a gain on paper that depends on one round of one company.',
  '软银集团在第三季度出售了全部股份，市场关注其下一步的投资方向。',
  '孙正义表示，人工智能将在十年内超过人类智慧，公司愿意为此承担风险。',
  'ソフトバンクグループは十月に保有株をすべて売却したと発表した。',
  '同社の負債比率は依然として目標の範囲内にとどまっている。',
]

/** A linear congruential generator (Numerical Recipes): seeded, so that every run measures the same vault. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

export function makeVault(folder: string): { notes: number; pictures: number; megabytes: number } {
  const random = makeRandom(7)
  mkdirSync(join(folder, '.obsidian'), { recursive: true })
  mkdirSync(join(folder, 'attachments'))
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  let bytes = 0
  const write = (path: string, content: string | Buffer) => {
    writeFileSync(join(folder, path), content)
    bytes += Buffer.byteLength(content)
  }
  for (let number = 0; number < pictureCount; number += 1) {
    write(`attachments/picture-${number}.png`, Buffer.concat([png, Buffer.from(String(number)), Buffer.alloc(20_000 + random(60_000), number)]))
  }
  for (let number = 0; number < noteCount; number += 1) {
    const place = `area ${number % 40}`
    if (number < 40) mkdirSync(join(folder, place))
    const lines = [
      '---',
      `aliases: [Alias ${number}, 別名${number}]`,
      `tags: [area/${number % 40}, 投資]`,
      'date: 2025-11-14',
      'rating: 3',
      '---',
      '',
      `# Note ${number}`,
      '',
    ]
    const paragraphs = 3 + random(12)
    for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
      const sentences = Array.from({ length: 2 + random(5) }, () => phrases[random(phrases.length)])
      lines.push(`${sentences.join(' ')} See [[Note ${random(noteCount)}|this]] and [[Note ${random(noteCount)}#Part]]. ^block-${paragraph}`, '')
    }
    if (number % 5 === 0) lines.push(`![[picture-${random(pictureCount)}.png]]`, '')
    if (number % 7 === 0)
      lines.push('> [!warning] Mind this', `> ![[Note ${random(noteCount)}]] #check/later`, '', '```js', 'const a = "![[picture-1.jpg]]"', '```', '')
    write(`${place}/Note ${number}.md`, lines.join(number % 3 === 0 ? '\r\n' : '\n'))
  }
  return { notes: noteCount, pictures: pictureCount, megabytes: Math.round(bytes / 1e6) }
}
