// Every command of the terminal as its user meets it: what it prints where, how it ends, and what it says when it cannot.

import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tableNames } from '../../src/core/records/tables.ts'
import { entry, finished, jsonLines, linesOf, makeWorkFolder, runFooting, spawnFooting } from './run-footing.ts'

const { folder, env, remove } = makeWorkFolder()
const starter = join(folder, 'starter')
const footing = (...words: string[]) => runFooting(words, { env })
const bin = fileURLToPath(new URL('../../footing.js', import.meta.url))

beforeAll(async () => {
  expect((await footing('new', starter, '--starter')).code).toBe(0)
})
afterAll(remove)

const oneLine = /^footing: [^\n]+\n$/

describe('new', () => {
  test('makes the folder, takes its name for a title, and says what it made', async () => {
    const path = join(folder, 'deep', '研究 笔记')
    const { code, stdout, stderr } = await footing('new', path, '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(jsonLines(stdout)).toEqual([{ folder: path, id: expect.stringMatching(/^notebook:/), title: '研究 笔记', schema: 1 }])
    expect(JSON.parse(readFileSync(join(path, 'notebook.json'), 'utf8'))).toMatchObject({ title: '研究 笔记' })
    expect(statSync(path).mode & 0o777).toBe(0o700)
  })

  test('--title', async () => {
    expect(jsonLines((await footing('new', join(folder, 'titled'), '--title', 'A title', '--json')).stdout)).toMatchObject([{ title: 'A title' }])
  })

  test('a name of one letter is a name, and a place that takes no folder is said', async () => {
    expect(await runFooting(['new', 'e'], { env, cwd: folder })).toMatchObject({ code: 0, stdout: 'made e: open it with `footing serve e`\n' })
    if (process.platform !== 'linux') return
    expect(await footing('new', '/proc/notebook')).toMatchObject({ code: 1, stderr: expect.stringMatching(oneLine) })
  }, 20_000)

  test('refuses what is there already, with the command that helps', async () => {
    const before = readdirSync(starter).map((name) => [name, statSync(join(starter, name)).mtimeMs])
    const again = await footing('new', starter, '--starter')
    expect(again).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(oneLine) })
    expect(again.stderr).toContain('footing reset-starter')
    expect(readdirSync(starter).map((name) => [name, statSync(join(starter, name)).mtimeMs])).toEqual(before)

    const used = join(folder, 'used')
    mkdirSync(used)
    writeFileSync(join(used, 'thesis.docx'), 'years of work')
    expect(await footing('new', used)).toMatchObject({ code: 2, stderr: expect.stringMatching(oneLine) })
    expect(readdirSync(used)).toEqual(['thesis.docx'])
  })
})

describe('dump', () => {
  test('prints every record, tables in their order and ids in theirs, the same on every run', async () => {
    const first = await footing('dump', starter)
    const records = jsonLines<{ table: string; id: string }>(first.stdout)
    const position = ({ table, id }: { table: string; id: string }) => `${tableNames.indexOf(table as never)} ${id}`
    expect(records.map(position)).toEqual(records.map(position).sort())
    // The starter has no exchange rates.
    expect(new Set(records.map(({ table }) => table))).toEqual(new Set(tableNames.filter((table) => table !== 'rates')))
    expect((await footing('dump', starter, '--json')).stdout).toBe(first.stdout)
  })

  test('leaves the trash out, and --all takes it in', async () => {
    const path = join(folder, 'trash')
    await footing('new', path)
    const input = '{"command":"insight.add","input":{"id":"insight:a","title":"A"}}\n{"command":"insight.remove","input":{"id":"insight:a"}}\n'
    await runFooting(['batch', path], { env, input })
    expect((await footing('dump', path)).stdout).toBe('')
    expect(jsonLines((await footing('dump', path, '--all')).stdout)).toMatchObject([
      { table: 'insights', id: 'insight:a', removedAt: expect.any(String) },
    ])
  })

  test('writes nothing', async () => {
    const path = join(folder, 'read-only')
    cpSync(starter, path, { recursive: true })
    const state = () =>
      readdirSync(path, { recursive: true })
        .sort()
        .map((name) => [name, statSync(join(path, String(name))).mtimeMs])
    const before = state()
    for (const words of [['dump'], ['list', 'insights'], ['search', 'SoftBank'], ['report', 'The'], ['check']]) {
      const [command = '', ...rest] = words
      expect((await footing(command, path, ...rest)).code, command).toBe(0)
    }
    expect(state()).toEqual(before)
  })

  test('into `head` is quiet', async () => {
    const shell = spawn('sh', ['-c', '"$0" "$1" dump "$2" | head -n 1', process.execPath, entry, starter], { env: { ...process.env, ...env } })
    const { code, stdout, stderr } = await finished(shell)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(jsonLines(stdout)).toHaveLength(1)
  })
})

describe('list and search', () => {
  test.each([...tableNames])('list %s prints one line per record', async (table) => {
    const people = await footing('list', starter, table)
    const json = jsonLines<{ id: string }>((await footing('list', starter, table, '--json')).stdout)
    // The starter has no exchange rates, and it is said.
    expect(people).toMatchObject({ code: 0, stderr: json.length === 0 ? 'footing: there are no rates yet\n' : '' })
    const lines = people.stdout.split('\n').filter((line) => line !== '')
    expect(lines.map((line) => line.split(' ')[0])).toEqual(json.map(({ id }) => id))
  })

  test('list names the tables when the table is none, `__proto__` included', async () => {
    for (const table of ['insight', '__proto__', 'constructor', 'figure']) {
      const { code, stdout, stderr } = await footing('list', starter, table)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain('insights, sources, texts')
    }
  })

  test('search finds one Chinese character, with its surroundings', async () => {
    const hits = jsonLines<{ match: string; before: string; after: string; id: string }>((await footing('search', starter, '泡', '--json')).stdout)
    expect(hits.length).toBeGreaterThan(2)
    expect(hits.every(({ match }) => match === '泡')).toBe(true)
    const people = await footing('search', starter, '泡')
    expect(people.stdout).toContain('[泡]沫')
  })

  test('nothing found is an answer', async () => {
    expect(await footing('search', starter, 'zzzz', '--json')).toEqual({ code: 0, stdout: '', stderr: expect.stringMatching(oneLine) })
  })

  test('a title cannot move the cursor of the terminal', async () => {
    const path = join(folder, 'escapes')
    await footing('new', path)
    const input = `${JSON.stringify({ command: 'insight.add', input: { title: '\u001b[2J\u001b]0;owned\u0007 two\nlines \u202e reversed' } })}\n`
    await runFooting(['batch', path], { env, input })
    for (const words of [
      ['list', path, 'insights'],
      ['search', path, 'two'],
    ]) {
      const { stdout } = await footing(...words)
      expect(stdout).toContain('two lines')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is the point
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
    }
  })
})

describe('report', () => {
  test('by id, by title and by its start, to stdout and to a file: the same bytes in every time zone and language', async () => {
    const title = 'The OpenAI bet: how SoftBank pays for it'
    const first = await footing('report', starter, title, '--format', 'md')
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toContain(`# ${title}`)
    const out = join(folder, 'report.md')
    for (const [name, zone] of [
      ['report:openai-bet', 'Asia/Tokyo'],
      ['the openai BET', 'America/St_Johns'],
    ] as const) {
      const words = ['report', starter, name, '--format', 'md', '--out', out]
      const { code, stdout } = await runFooting(words, { env: { ...env, TZ: zone, LANG: 'ja_JP.UTF-8', LC_ALL: 'zh_CN.UTF-8' } })
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
      expect(readFileSync(out, 'utf8')).toBe(first.stdout)
    }
    expect(jsonLines((await footing('report', starter, title, '--json')).stdout)).toEqual([
      { fileName: expect.stringMatching(/\.md$/), markdown: first.stdout, charts: [], problems: [] },
    ])
  })

  test('a citation that leads nowhere is a problem: the report is written, and the exit says so', async () => {
    const path = join(folder, 'problems')
    await footing('new', path)
    const outline = [{ key: 'a', type: 'prose', markdown: 'A claim [@nobody2025#h1].' }]
    await runFooting(['batch', path], { env, input: `${JSON.stringify({ command: 'report.add', input: { title: 'R', outline } })}\n` })
    const { code, stdout, stderr } = await footing('report', path, 'R')
    expect(code).toBe(1)
    expect(stdout).toContain('A claim [@nobody2025#h1].')
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain('nobody2025')
  })

  test('charts lie beside the text as `chart` draws them, the same bytes each time; on stdout they are told of', async () => {
    const path = join(folder, 'charts')
    await footing('new', path, '--starter')
    const outline = [{ key: 'a', type: 'chart', metric: 'metric:nvidia-sale', caption: 'The sale' }]
    await runFooting(['batch', path], { env, input: `${JSON.stringify({ command: 'report.add', input: { title: 'Charts', outline } })}\n` })
    const alone = await footing('chart', path, 'metric:nvidia-sale')
    for (const place of ['one', 'other']) {
      mkdirSync(join(folder, place))
      expect(await footing('report', path, 'Charts', '--out', join(folder, place, 'memo.md'))).toMatchObject({ code: 0, stdout: '', stderr: '' })
    }
    const text = readFileSync(join(folder, 'one', 'memo.md'), 'utf8')
    expect(readFileSync(join(folder, 'other', 'memo.md'), 'utf8')).toBe(text)
    const [, file = ''] = /\]\((charts\/nvidia-stake-sale-[0-9a-f]{8}\.svg)\)\\\nThe sale (?:\[\^sina2025-exit(?:-zh)?-h\d+\])+\n/.exec(text) ?? []
    for (const place of ['one', 'other']) expect(`${readFileSync(join(folder, place, file), 'utf8')}\n`).toBe(alone.stdout)
    expect(await footing('report', path, 'Charts')).toMatchObject({ code: 0, stdout: text, stderr: expect.stringContaining('--out') })
    expect(jsonLines((await footing('report', path, 'Charts', '--json')).stdout)).toMatchObject([{ charts: [{ file, svg: alone.stdout.trimEnd() }] }])
  })

  test('a report or a place that does not exist: what there is instead', async () => {
    expect((await footing('report', starter, 'No such')).stderr).toContain('report:openai-bet')
    expect(await footing('report', starter, 'The', '--out', join(folder, 'no', 'such.md'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(oneLine),
    })
    // Only Linux has a disk that is always full.
    if (existsSync('/dev/full')) {
      const { code, stderr } = await footing('report', starter, 'The', '--out', '/dev/full')
      expect({ code, stderr }).toEqual({ code: 1, stderr: 'footing: /dev/full cannot be written: the disk is full\n' })
    }
    expect(await footing('report', starter, 'The', '--format', 'docx')).toMatchObject({ code: 2, stderr: expect.stringContaining('md') })
    expect((await footing('report', starter, '')).code).toBe(2)
  })

  test('a file that was there is replaced whole, a link is written through', async () => {
    const [target, link] = [join(folder, 'target.md'), join(folder, 'link.md')]
    writeFileSync(target, 'old')
    symlinkSync(target, link)
    await footing('report', starter, 'The', '--out', link)
    expect(readFileSync(target, 'utf8')).toContain('# The OpenAI bet')
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('as of a moment', () => {
  test('dump, list, search and report read the notebook as it was then, and what is no moment is a slip', async () => {
    const path = join(folder, 'past')
    cpSync(starter, path, { recursive: true })
    const before = await Promise.all([footing('dump', path), footing('report', path, 'report:openai-bet')])
    const child = spawnFooting(['batch', path], { env })
    const nextLine = linesOf(child)
    expect(JSON.parse((await nextLine()) ?? '')).toEqual({ ready: true })
    child.stdin.write('{"id":1,"command":"insight.revise","input":{"id":"insight:nvidia-exit","title":"清仓 rewritten"}}\n')
    const { seq } = JSON.parse((await nextLine()) ?? '') as { seq: number }
    child.stdin.end()
    await finished(child)
    const then = `seq:${seq - 1}`
    expect((await footing('dump', path)).stdout).not.toBe(before[0].stdout)
    expect((await footing('dump', path, '--as-of', then)).stdout).toBe(before[0].stdout)
    expect((await footing('report', path, 'report:openai-bet', '--as-of', then)).stdout).toBe(before[1].stdout)
    expect((await footing('list', path, 'insights', '--as-of', then)).stdout).not.toContain('清仓 rewritten')
    expect((await footing('search', path, '清仓 rewritten', '--as-of', then)).stdout).toBe('')
    expect((await footing('search', path, '清仓 rewritten')).stdout).toContain('insight:nvidia-exit')
    expect(await footing('dump', path, '--as-of', 'yesterday')).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(oneLine) })
  })

  test('history says what is kept, and forgets only what is asked: then it is gone with a sentence, and today is as it was', async () => {
    const path = join(folder, 'past')
    const today = await footing('dump', path, '--all')
    const kept = jsonLines((await footing('history', path, '--json')).stdout)[0] as { commits: number }
    const last = `seq:${kept.commits}`
    expect((await footing('history', path)).stdout).toMatch(new RegExp(`^${kept.commits} changes, 20.*\n$`))
    expect(await footing('history', path, '--keep-copy')).toMatchObject({ code: 2, stdout: '' })
    const done = await footing('history', path, '--forget-before', last, '--json')
    expect(jsonLines(done.stdout)).toMatchObject([{ commits: 1, forgotten: kept.commits - 1, copy: null }])
    expect(await footing('dump', path, '--as-of', 'seq:1')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/was forgotten/) })
    expect((await footing('dump', path, '--all', '--as-of', last)).stdout).toBe(today.stdout)
    expect((await footing('dump', path, '--all')).stdout).toBe(today.stdout)
    expect(await footing('check', path)).toMatchObject({ code: 0, stdout: '' })
  })
})

describe('import', () => {
  test('keeps, skips and refuses, says why, and ends with 1 only where something was refused', async () => {
    const path = join(folder, 'imported')
    await footing('new', path)
    const files = join(folder, 'files')
    mkdirSync(files)
    writeFileSync(
      join(files, 'a.md'),
      '---\ntitle: A title\nauthor: Jane Doe\ndate: 2025-11-14\nurl: https://example.org\nlang: en\n---\r\nThe *text*.\r\n',
    )
    writeFileSync(join(files, 'b.txt'), Buffer.from('\ufeff软银', 'utf16le'))
    writeFileSync(join(files, 'c.md'), Buffer.from([0xff, 0x00, 0x01]))
    const first = await footing('import', path, files, '--json')
    expect(first.code).toBe(1)
    expect(jsonLines(first.stdout)).toMatchObject([
      { path: join(files, 'a.md'), outcome: 'kept', title: 'A title' },
      { path: join(files, 'b.txt'), outcome: 'kept', title: 'b' },
      { path: join(files, 'c.md'), outcome: 'refused', reason: 'not a text file' },
    ])
    expect(first.stderr).toContain('2 kept, 0 skipped, 1 refused')
    const second = await footing('import', path, join(files, 'a.md'), join(files, 'b.txt'))
    expect(second).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('0 kept, 2 skipped, 0 refused') })
    const sources = jsonLines<{ title: string; revisions: { text: string }[] }>((await footing('list', path, 'sources', '--json')).stdout)
    const source = sources.find(({ title }) => title === 'A title')
    expect(source).toMatchObject({ authors: ['Jane Doe'], published: '2025-11-14', url: 'https://example.org', language: 'en' })
    const sha256 = source?.revisions[0]?.text.slice('text:'.length)
    expect(readFileSync(join(path, 'texts', `${sha256}.md`), 'utf8'), 'the text is kept byte for byte').toBe('The *text*.\r\n')
    expect((await footing('check', path)).code).toBe(0)
  })
})

describe('what is asked for amiss', () => {
  test('a folder without anything to read, nothing to look for, no name and no template are said in words', async () => {
    const path = join(folder, 'nothing')
    mkdirSync(path)
    const target = join(folder, 'imports-nothing')
    cpSync(starter, target, { recursive: true })
    const tried = await Promise.all([
      footing('import', target, path),
      footing('search', starter, ''),
      footing('report', starter, 'nope'),
      footing('export', starter, 'annotations', '--template', join(folder, 'none.mustache')),
    ])
    expect(tried.map(({ code }) => code)).toEqual([0, 2, 2, 2])
    const said = tried.map(({ stderr }) => stderr)
    expect(said).toEqual([
      expect.stringContaining('nothing there that Footing reads'),
      expect.stringContaining('search for what?'),
      expect.stringContaining('no report “nope”'),
      expect.stringContaining('no such file'),
    ])
  }, 20_000)

  test('backup and backups say the same of a backup', async () => {
    const [made] = jsonLines((await footing('backup', starter, '--json')).stdout)
    const { isNew, ...rest } = made ?? {}
    expect(isNew).toBe(true)
    expect(jsonLines((await footing('backups', starter, '--json')).stdout)[0]).toEqual(rest)
  }, 20_000)
})

describe('render', () => {
  const hostile = '# Title\n\n<script>alert(1)</script>\n\nWords <img src=x onerror=alert(1)> [link](javascript:alert(1)) **这是我想做的事。**所以\n'
  test('prints safe HTML from stdin and from a file', async () => {
    const file = join(folder, 'hostile.md')
    writeFileSync(file, hostile)
    const outputs = [
      await runFooting(['render'], { env, input: hostile }),
      await runFooting(['render', '-'], { env, input: hostile }),
      await footing('render', file),
    ]
    for (const { code, stdout, stderr } of outputs) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toBe(outputs[0]?.stdout)
      expect(stdout).not.toMatch(/script|onerror|javascript:/)
      expect(stdout).toContain('<strong>这是我想做的事。</strong>所以')
    }
    const [json] = jsonLines<{ html: string; readingText: string }>((await footing('render', file, '--json')).stdout)
    expect(json?.html.trimEnd()).toBe(outputs[0]?.stdout.trimEnd())
    expect(json?.readingText).toMatch(/^Title\n/)
  })

  test('a file that is none is a slip, one that is no text a problem', async () => {
    expect((await footing('render', join(folder, 'missing.md'))).code).toBe(2)
    expect((await footing('render', folder)).code).toBe(2)
    expect((await runFooting(['render'], { env, input: Buffer.from([0, 1, 2]) })).code).toBe(1)
  })
})

describe('check', () => {
  test('finds a text that was changed by hand, names its file, and ends with 1', async () => {
    const path = join(folder, 'damaged')
    cpSync(starter, path, { recursive: true })
    const [text] = readdirSync(join(path, 'texts')).filter((name) => name.endsWith('.md'))
    chmodSync(join(path, 'texts', text ?? ''), 0o600)
    writeFileSync(join(path, 'texts', text ?? ''), 'changed')
    const { code, stdout } = await footing('check', path, '--json')
    expect(code).toBe(1)
    expect(stdout).toContain(text)
    for (const finding of jsonLines(stdout)) expect(finding).toMatchObject({ message: expect.any(String) })
  })
})

test('a damaged notebook opens, and says so in one line on stderr', async () => {
  const path = join(folder, 'emptied')
  cpSync(starter, path, { recursive: true })
  writeFileSync(join(path, 'notebook.json'), '')
  const { code, stdout, stderr } = await footing('dump', path)
  expect(code).toBe(0)
  expect(jsonLines(stdout).length).toBeGreaterThan(100)
  expect(stderr).toMatch(oneLine)
  expect(stderr).toContain('footing check')
})

describe('errors teach', () => {
  const cases: [name: string, words: string[], code: number, says: RegExp][] = [
    ['a folder that is missing', ['list', '/no/such', 'insights'], 2, /footing new \/no\/such/],
    ['a folder that is no notebook', ['dump', folder], 2, /footing new/],
    ['a file', ['batch', bin], 2, /is a file/],
    ['an unknown command', ['lst', starter], 2, /Did you mean list/],
    ['an unknown option', ['dump', starter, '--al'], 2, /--all/],
    ['a missing argument', ['list', starter], 2, /table/],
    ['one argument too many', ['dump', starter, 'more'], 2, /argument/],
    ['a port that is none', ['serve', starter, '--port', '99999'], 2, /65535/],
    ['a limit that is none', ['search', starter, 'x', '--limit', '0'], 2, /500/],
    ['no starter to reset', ['reset-starter', join(folder, 'titled')], 2, /--starter/],
  ]
  test.each(cases)('%s', async (_name, words, code, says) => {
    const ended = await footing(...words)
    expect(ended).toEqual({ code, stdout: '', stderr: expect.stringMatching(oneLine) })
    expect(ended.stderr).toMatch(says)
  })

  test('a notebook of a newer schema is refused, and left as it is', async () => {
    const path = join(folder, 'newer')
    const { createNotebook } = await import('../../src/host/storage/create-notebook.ts')
    await createNotebook(path, { title: 'From the future', schema: 999 })
    for (const words of [
      ['dump', path],
      ['batch', path],
      ['check', path],
    ]) {
      const { code, stdout, stderr } = await footing(...words)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(/newer Footing/)
      expect(stderr).toMatch(oneLine)
    }
  })

  test('a holder of the lock that serves nobody: every writing command ends with 75', async () => {
    const holder = spawnFooting(['batch', starter], { env })
    await linesOf(holder)()
    for (const words of [
      ['batch', starter],
      ['import', starter, bin],
      ['serve', starter, '--no-open'],
      ['reset-starter', starter],
    ]) {
      expect(
        (await runFooting(words, { env: { ...env, FOOTING_WINDOW: fileURLToPath(new URL('../../src/renderer', import.meta.url)) } })).code,
        words[0],
      ).toBe(75)
    }
    const end = finished(holder)
    holder.stdin.end()
    expect((await end).code).toBe(0)
  })
})

describe('footing.js', () => {
  test('runs from any folder, through a link too', async () => {
    const link = join(folder, 'footing')
    symlinkSync(bin, link)
    for (const script of [bin, link]) {
      const { code, stdout } = await runFooting(['list', 'starter', 'reports', '--json'], { env, cwd: folder, script })
      expect(code).toBe(0)
      expect(jsonLines(stdout)).toMatchObject([{ id: 'report:openai-bet' }])
    }
  })

  test('help names every command, and ends with 0', async () => {
    const { code, stdout, stderr } = await runFooting(['--help'], { env, script: bin })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const command of ['new', 'serve', 'import', 'list', 'search', 'report', 'check', 'batch', 'dump', 'history', 'render'])
      expect(stdout).toContain(`\n  ${command} `)
    expect(stdout).not.toMatch(/as-of|verify/)
    expect((await footing()).code, 'nothing typed').toBe(2)
    expect(await footing('--version')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
    expect((await footing('help', 'batch')).stdout).toContain('"insight.add"')
  })
})

describe('what is loaded', () => {
  const cases: [words: string[], never: RegExp][] = [
    [['--help'], /zod|jsdom|marked|src\/host/],
    [['batch', starter], /jsdom|dompurify|\/yaml\/|\/ws\/|src\/host\/server|src\/host\/search/],
    [['dump', starter], /jsdom|dompurify|\/yaml\/|\/ws\/|src\/host\/server/],
  ]
  test.each(cases)('%s', async (words, never) => {
    const list = join(folder, `modules ${words[0]}`)
    const hooks = new URL('./loaded-modules.ts', import.meta.url).href
    const { code } = await runFooting(words, { env: { ...env, FOOTING_MODULES: list, NODE_OPTIONS: `--import ${hooks}` } })
    expect(code).toBe(0)
    const loaded = readFileSync(list, 'utf8').split('\n')
    expect(loaded.length).toBeGreaterThan(3)
    expect(loaded.filter((url) => never.test(url))).toEqual([])
  })
})
