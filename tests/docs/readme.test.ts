// The README's promises: its terminal commands run as they stand, its links and pictures exist, and its numbers are the starter's.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeWorkFolder, runFooting } from '../cli/run-footing.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const shellBlocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => (text ?? '').trim().split('\n'))

const { folder, env, remove } = makeWorkFolder()
afterAll(remove)

describe('the terminal commands of the README', () => {
  const lines = shellBlocks.flat().filter((line) => line.startsWith('npx footing ') && !line.includes(' serve '))

  it('run one after the other as they stand', async () => {
    expect(lines.length).toBeGreaterThanOrEqual(4)
    mkdirSync(join(folder, 'notes'))
    writeFileSync(join(folder, 'notes/bonds.md'), '# Bonds\n\n软银发行了债券。\n')
    for (const line of lines) {
      const { code, stderr } = await runFooting(wordsOf(line.slice('npx footing '.length)), { env, cwd: folder })
      expect(`${line}: ${code} ${code === 0 ? '' : stderr}`.trim()).toBe(`${line}: 0`)
    }
    expect(readFileSync(join(folder, 'memo.md'), 'utf8')).toContain('## Sources')
  })
})

describe('what the README names', () => {
  it('npm scripts exist', () => {
    const scripts = [...readme.matchAll(/npm (?:run )?([a-z]+)\b/g)].flatMap(([, name]) => (name && !['ci', 'run'].includes(name) ? [name] : []))
    expect(scripts).toContain('start')
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([])
  })

  it('links and pictures lead somewhere', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].flatMap(([, target]) => (target && !/^https?:/.test(target) ? [target] : []))
    expect(targets.length).toBeGreaterThan(5)
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([])
  })

  it('counts what the starter holds', () => {
    const starter = JSON.parse(readFileSync(join(root, 'resources/starter/notebook.json'), 'utf8')) as {
      sources: { highlights: unknown[]; figures: unknown[] }[]
      insights: unknown[]
    }
    const highlights = starter.sources.reduce((count, source) => count + source.highlights.length, 0)
    const figures = starter.sources.reduce((count, source) => count + source.figures.length, 0)
    expect(readme).toContain(`${highlights} highlights, ${figures} figures, ${starter.insights.length} linked insights`)
  })
})

/** As a shell splits simple words and double quotes. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}
