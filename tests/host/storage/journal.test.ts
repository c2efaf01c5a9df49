// The journal by itself: what was appended is read back in order, and what is damaged, torn or missing is told as what it is.

import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Commit, StoredCommit } from '../../../src/core/store/change.ts'
import { nodeFileSystem, type OpenFile } from '../../../src/host/storage/file-system.ts'
import { createJournal, JournalFile } from '../../../src/host/storage/journal-file.ts'
import { JournalWriter } from '../../../src/host/storage/journal-writer.ts'
import type { JournalEntry } from '../../../src/host/storage/manifest.ts'
import { looksTorn, readJournal } from '../../../src/host/storage/read-journal.ts'
import { makeFolder } from './work-folder.ts'

const commit = (seq: number, text = `软银 ${seq}`): Commit => ({ seq, at: '2026-01-01T00:00:00.000Z', actor: 'me', command: text, changes: [] })
const head = { id: 'notebook:a', schema: 1, generation: 3 }

/** A journal that failed is left as it is: its file is closed here. */
const opened: OpenFile[] = []
afterEach(async () => {
  for (const file of opened.splice(0)) await file.close().catch(() => {})
})

type Calls = { calls: string[]; fail: (call: string, code: string) => void; fileSystem: typeof nodeFileSystem }
/** The real disk, with the names of what is asked of it, and one call that can be made to fail. */
function watchedDisk(): Calls {
  const calls: string[] = []
  let failing: { call: string; code: string } | undefined
  const note = (call: string) => {
    calls.push(call)
    if (failing?.call === call) throw Object.assign(new Error('made by a test'), { code: failing.code })
  }
  const watched = (file: OpenFile): OpenFile =>
    new Proxy(file, {
      get: (target, name: keyof OpenFile) => {
        const value = target[name]
        if (typeof value !== 'function') return value
        return async (...values: unknown[]) => {
          if (name !== 'read' && name !== 'stat') note(name)
          return (value as (...values: unknown[]) => unknown).apply(target, values)
        }
      },
    })
  return {
    calls,
    fail: (call, code) => {
      failing = { call, code }
    },
    fileSystem: {
      ...nodeFileSystem,
      open: async (path, flags) => {
        const file = await nodeFileSystem.open(path, flags)
        opened.push(file)
        return watched(file)
      },
      syncFolder: async (path) => {
        note('syncFolder')
        await nodeFileSystem.syncFolder(path)
      },
    },
  }
}

async function made(disk = watchedDisk()) {
  const folder = makeFolder()
  mkdirSync(folder)
  const entry = await createJournal(disk.fileSystem, folder, head)
  const path = join(folder, entry.name)
  const file = await JournalFile.open(disk.fileSystem, path, entry.bytes)
  return { folder, entry, path, file, disk }
}

async function read(folder: string, entry: JournalEntry, expected: JournalEntry | undefined = entry) {
  const commits: StoredCommit[] = []
  const reading = await readJournal(nodeFileSystem, folder, entry.name, expected, (each) => commits.push(each))
  return { ...reading, commits, seqs: commits.map(({ seq }) => seq) }
}
const nothingWrong = { lacksNewline: false, torn: undefined, damaged: [] }

describe('a journal', () => {
  test('begins with what it belongs to, durable with its name, for its owner alone', async () => {
    const { entry, path, disk } = await made()
    expect(entry.name).toBe('journal-3.ndjson')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(head)
    expect(entry.bytes).toBe(statSync(path).size)
    expect(entry.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(disk.calls.slice(0, 4)).toEqual(['write', 'sync', 'close', 'syncFolder'])
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test('gives back what was appended, in order: one write and one flush for a group', async () => {
    const { folder, entry, path, file, disk } = await made()
    disk.calls.length = 0
    await file.append([commit(1), commit(2)])
    expect(disk.calls).toEqual(['write', 'datasync'])
    await file.append([{ ...commit(3), changes: [{ table: 'insights', id: 'insight:a', before: {} as never, after: undefined }] }])
    expect(file.size).toBe(statSync(path).size)
    const { commits, seqs, goodEnd, ...rest } = await read(folder, entry)
    expect(seqs).toEqual([1, 2, 3])
    expect(commits[2]?.changes).toEqual([{ table: 'insights', id: 'insight:a', after: null }])
    expect(goodEnd).toBe(file.size)
    expect(rest).toEqual(nothingWrong)
    await file.close()
    await expect(file.append([commit(4)])).rejects.toThrow()
  })

  test('gives back thousands, and lines longer than it reads at once', async () => {
    const { folder, entry, file } = await made()
    const texts = [10, 900_000, 1_100_000, 20, 3_000_000, 1_023_900, 5]
    await file.append(texts.map((length, number) => commit(number + 1, '文'.repeat(length / 5))))
    const many = Array.from({ length: 20_000 }, (_, number) => commit(number + 100, 'x'.repeat(number % 300)))
    await file.append(many)
    const { commits, goodEnd, ...rest } = await read(folder, entry)
    expect(commits.slice(0, texts.length).map(({ command }) => command.length)).toEqual(texts.map((length) => length / 5))
    expect(commits.slice(texts.length).map(({ seq, command }) => [seq, command.length])).toEqual(
      many.map(({ seq, command }) => [seq, command.length]),
    )
    expect(goodEnd).toBe(file.size)
    expect(rest).toMatchObject(nothingWrong)
  })

  test('that is opened where it ends is left as it is', async () => {
    const { entry, path, disk } = await made()
    disk.calls.length = 0
    const file = await JournalFile.open(disk.fileSystem, path, entry.bytes)
    expect([file.size, disk.calls]).toEqual([entry.bytes, []])
  })

  test('is cut off where the good lines end, durably, before anything is written there', async () => {
    const { folder, entry, path, file, disk } = await made()
    await file.append([commit(1)])
    const goodEnd = file.size
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"length":999,"cr`)
    disk.calls.length = 0
    const again = await JournalFile.open(disk.fileSystem, path, goodEnd)
    expect(disk.calls).toEqual(['truncate', 'sync', 'syncFolder'])
    await again.append([commit(2)])
    expect(await read(folder, entry)).toMatchObject({ seqs: [1, 2], ...nothingWrong })
  })

  test('whose last newline is missing gets one', async () => {
    const { folder, entry, path, file, disk } = await made()
    await file.append([commit(1)])
    truncateSync(path, file.size - 1)
    const first = await read(folder, entry)
    expect(first).toMatchObject({ seqs: [1], lacksNewline: true, goodEnd: file.size - 1, torn: undefined, damaged: [] })
    const again = await JournalFile.open(disk.fileSystem, path, first.goodEnd, first.lacksNewline)
    expect(again.size).toBe(file.size)
    await again.append([commit(2)])
    expect(await read(folder, entry)).toMatchObject({ seqs: [1, 2], ...nothingWrong })
  })

  test('that cannot be cut off is closed and says so', async () => {
    const { entry, path, disk } = await made()
    writeFileSync(path, `${readFileSync(path, 'utf8')}torn`)
    disk.fail('truncate', 'EIO')
    disk.calls.length = 0
    await expect(JournalFile.open(disk.fileSystem, path, entry.bytes)).rejects.toMatchObject({ code: 'EIO' })
    expect(disk.calls.at(-1)).toBe('close')
  })
})

describe('a failing disk', () => {
  test('that flushes not leaves the fate unknown, and is asked no second time', async () => {
    const { file, disk } = await made()
    disk.fail('datasync', 'EIO')
    const size = file.size
    await expect(file.append([commit(1)])).rejects.toMatchObject({ code: 'fate-unknown', message: expect.stringContaining('EIO') })
    disk.calls.length = 0
    await expect(file.append([commit(2)])).rejects.toMatchObject({ code: 'fate-unknown' })
    expect([disk.calls, file.size]).toEqual([[], size])
  })

  test('that fails while it writes leaves the fate unknown', async () => {
    const { file, disk } = await made()
    disk.fail('write', 'EIO')
    await expect(file.append([commit(1)])).rejects.toMatchObject({ code: 'fate-unknown', message: expect.stringContaining('EIO') })
    disk.calls.length = 0
    await expect(file.append([commit(2)])).rejects.toMatchObject({ code: 'fate-unknown' })
    expect(disk.calls).toEqual([])
  })

  test('that is full takes back, durably, what it took of the group', async () => {
    const { path, file, disk } = await made()
    await file.append([commit(1)])
    const before = readFileSync(path)
    disk.calls.length = 0
    disk.fail('write', 'ENOSPC')
    writeFileSync(path, Buffer.concat([before, Buffer.from('{"length":1')]))
    await expect(file.append([commit(2)])).rejects.toMatchObject({ code: 'no-space' })
    expect(disk.calls).toEqual(['write', 'truncate', 'datasync'])
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})

describe('a journal that failed', () => {
  test('says that it may hold more than was saved, until that is cut off on a descriptor of its own', async () => {
    const { path, file, disk } = await made()
    await file.append([commit(1)])
    const saved = readFileSync(path)
    expect([file.hasFailed, file.isDoubtful]).toEqual([false, false])
    disk.fail('datasync', 'EIO')
    await expect(file.append([commit(2)])).rejects.toMatchObject({ code: 'fate-unknown' })
    expect([file.hasFailed, file.isDoubtful]).toEqual([true, true])
    expect(statSync(path).size).toBeGreaterThan(saved.length)
    disk.calls.length = 0
    await file.cut(disk.fileSystem)
    expect(disk.calls).toEqual(['close', 'truncate', 'sync', 'close'])
    expect(readFileSync(path).equals(saved)).toBe(true)
    expect([file.hasFailed, file.isDoubtful]).toEqual([true, false])
    await expect(file.append([commit(3)])).rejects.toMatchObject({ code: 'fate-unknown' })
  })

  test('stays in doubt where the cut fails too', async () => {
    const { file, disk } = await made()
    disk.fail('datasync', 'EIO')
    await expect(file.append([commit(1)])).rejects.toThrow()
    disk.fail('sync', 'EIO')
    disk.calls.length = 0
    await expect(file.cut(disk.fileSystem)).rejects.toMatchObject({ code: 'EIO' })
    expect(disk.calls.at(-1)).toBe('close')
    expect(file.isDoubtful).toBe(true)
  })

  test('for want of room goes on when there is some; for want of permission it does not', async () => {
    const { folder, entry, file, disk } = await made()
    disk.fail('write', 'ENOSPC')
    await expect(file.append([commit(1)])).rejects.toMatchObject({ code: 'no-space' })
    expect(file.hasFailed).toBe(false)
    disk.fail('', '')
    await file.append([commit(2)])
    disk.fail('write', 'EROFS')
    await expect(file.append([commit(3)])).rejects.toMatchObject({ code: 'read-only' })
    expect(file.hasFailed).toBe(true)
    disk.fail('', '')
    await expect(file.append([commit(4)])).rejects.toMatchObject({ code: 'read-only' })
    expect((await read(folder, entry)).seqs).toEqual([2])
  })

  test('that cannot even take back what it wrote leaves the fate unknown', async () => {
    const { file, disk } = await made()
    disk.fail('write', 'ENOSPC')
    // Both fail from here on: the write for want of room, and the cut.
    const path = file.path
    const failing = {
      ...disk.fileSystem,
      open: async () => {
        const opened = await disk.fileSystem.open(path, 'r+')
        return new Proxy(opened, {
          get: (target, name: keyof OpenFile) =>
            name === 'truncate' ? () => Promise.reject(Object.assign(new Error('x'), { code: 'EIO' })) : Reflect.get(target, name),
        })
      },
    }
    const again = await JournalFile.open(failing, path, file.size)
    await expect(again.append([commit(1)])).rejects.toMatchObject({ code: 'fate-unknown', message: expect.stringContaining('EIO') })
    expect(again.isDoubtful).toBe(true)
  })

  test('is known as such by its writer, who cuts only what is in doubt', async () => {
    const { file, disk, entry } = await made()
    const writer = new JournalWriter(file, () => {})
    expect([writer.name, writer.hasFailed, writer.isDoubtful]).toEqual([entry.name, false, false])
    disk.calls.length = 0
    await writer.cut(disk.fileSystem)
    expect(disk.calls).toEqual([])
    disk.fail('datasync', 'EIO')
    await expect(writer.append([commit(1)])).rejects.toThrow()
    expect([writer.hasFailed, writer.isDoubtful]).toEqual([true, true])
    await writer.cut(disk.fileSystem)
    expect([writer.hasFailed, writer.isDoubtful]).toEqual([true, false])
  })
})

describe('what a power cut leaves', () => {
  test('is told from what others put there', () => {
    const torn = ['', '{', '{"leng', '{"length":', '{"length":12,"crc', '\0\0\0', '{"le\0\0\0\0\0\0\0\0\0']
    expect(torn.filter((text) => !looksTorn(Buffer.from(text)))).toEqual([])
    const foreign = ['x', '\n', ' {"length":', '{"lenx', '{"size":', '{"length"x', 'garbage at the end']
    expect(foreign.filter((text) => looksTorn(Buffer.from(text)))).toEqual([])
  })

  test('begins at the first damaged line where every commit that was acknowledged was told before it', async () => {
    const { folder, entry, path, file } = await made()
    const ends = [file.size]
    for (const [seq, length] of [10, 1_500_000, 10, 10].entries()) {
      await file.append([commit(seq + 1, 'x'.repeat(length))])
      ends.push(file.size)
    }
    const bytes = readFileSync(path)
    bytes[(ends[2] ?? 0) + 60] = 0
    writeFileSync(path, bytes)
    const readUpTo = async (acknowledged: number) => {
      const seqs: number[] = []
      const reading = await readJournal(
        nodeFileSystem,
        folder,
        entry.name,
        entry,
        ({ seq }) => seqs.push(seq),
        () => seqs.length >= acknowledged,
      )
      return {
        seqs,
        torn: reading.torn && [reading.torn.offset, reading.torn.bytes.equals(bytes.subarray(ends[2]))],
        damaged: reading.damaged.length,
        goodEnd: reading.goodEnd,
      }
    }
    expect(await readUpTo(2)).toEqual({ seqs: [1, 2], torn: [ends[2], true], damaged: 0, goodEnd: ends[2] })
    expect(await readUpTo(3)).toEqual({ seqs: [1, 2, 4], torn: undefined, damaged: 1, goodEnd: ends[4] })
    // A head that is damaged is no tail, whoever was told what.
    bytes[3] = 0x78
    writeFileSync(path, bytes)
    expect((await readUpTo(0)).damaged).toBeGreaterThan(0)
  })
})

describe('what is read of a damaged journal', () => {
  async function three() {
    const { folder, entry, path, file } = await made()
    const ends: number[] = [file.size]
    for (const seq of [1, 2, 3]) {
      await file.append([commit(seq)])
      ends.push(file.size)
    }
    return { folder, entry, path, ends, bytes: readFileSync(path) }
  }

  test('is all but the line that cannot prove itself, kept byte for byte', async () => {
    const { folder, entry, path, ends, bytes } = await three()
    const [, first = 0, second = 0] = ends
    bytes[first + 50] = 0
    writeFileSync(path, bytes)
    const { seqs, damaged, torn, goodEnd } = await read(folder, entry)
    expect(seqs).toEqual([1, 3])
    expect(damaged).toEqual([
      { offset: first, bytes: bytes.subarray(first, second), message: `a change is lost: its line is damaged (journal-3.ndjson, byte ${first})` },
    ])
    expect([torn, goodEnd]).toEqual([undefined, ends[3]])
  })

  test('is the whole change where the newline alone is another byte', async () => {
    const { folder, entry, path, ends, bytes } = await three()
    bytes[(ends[2] ?? 0) - 1] = 0x20
    writeFileSync(path, bytes)
    const { seqs, damaged } = await read(folder, entry)
    expect(seqs).toEqual([1, 2, 3])
    expect(damaged).toEqual([{ offset: (ends[2] ?? 0) - 1, bytes: Buffer.alloc(0), message: expect.stringContaining('the change itself is whole') }])
  })

  test('is what was there before a torn end, which was never promised', async () => {
    const { folder, entry, path, ends, bytes } = await three()
    for (const length of [(ends[2] ?? 0) + 1, (ends[2] ?? 0) + 30, (ends[3] ?? 0) - 2]) {
      writeFileSync(path, bytes.subarray(0, length))
      const { seqs, torn, damaged, goodEnd } = await read(folder, entry)
      expect(seqs).toEqual([1, 2])
      expect(torn).toEqual({ offset: ends[2], bytes: bytes.subarray(ends[2], length) })
      expect([damaged, goodEnd]).toEqual([[], ends[2]])
    }
  })

  test('names a head that is another, an empty file, one cut off in its first line, and one that is gone', async () => {
    const { folder, entry, path, bytes } = await three()
    const other = Buffer.from(bytes)
    other[2] = (other[2] ?? 0) + 1
    writeFileSync(path, other)
    const damagedHead = await read(folder, entry)
    expect(damagedHead.seqs).toEqual([1, 2, 3])
    expect(damagedHead.damaged).toEqual([
      { offset: 0, bytes: other.subarray(0, entry.bytes), message: 'the first line of journal-3.ndjson is damaged' },
    ])
    writeFileSync(path, '')
    expect(await read(folder, entry)).toMatchObject({ goodEnd: 0, torn: undefined, damaged: [{ offset: 0, message: 'journal-3.ndjson is empty' }] })
    writeFileSync(path, bytes.subarray(0, 20))
    const cut = await read(folder, entry)
    expect(cut).toMatchObject({ torn: undefined, damaged: [{ offset: 0, message: 'journal-3.ndjson is cut off in its first line' }] })
    expect(cut.damaged[0]?.bytes.equals(bytes.subarray(0, 20))).toBe(true)
    const gone = await read(folder, { ...entry, name: 'journal-9.ndjson' })
    expect(gone).toMatchObject({
      seqs: [],
      goodEnd: 0,
      damaged: [{ offset: 0, message: 'journal-9.ndjson is missing: changes since the last snapshot are lost' }],
    })
  })

  test('takes any head that names a generation where nobody says which', async () => {
    const { folder, entry, path, bytes } = await three()
    const reading = async (first: string) => {
      writeFileSync(path, Buffer.concat([Buffer.from(`${first}\n`), bytes.subarray(entry.bytes)]))
      const commits: number[] = []
      const { damaged } = await readJournal(nodeFileSystem, folder, entry.name, undefined, ({ seq }) => commits.push(seq))
      return { commits, count: damaged.length }
    }
    expect(await reading('{"generation":9}')).toEqual({ commits: [1, 2, 3], count: 0 })
    expect(await reading('{"other":9}')).toEqual({ commits: [1, 2, 3], count: 1 })
    expect(await reading('{"gener')).toEqual({ commits: [1, 2, 3], count: 1 })
    // The right length alone is not enough.
    writeFileSync(path, Buffer.concat([Buffer.from(`${'x'.repeat(entry.bytes - 1)}\n`), bytes.subarray(entry.bytes)]))
    expect((await read(folder, entry)).damaged).toHaveLength(1)
  })

  test('is the same whatever is damaged between lines that are longer than it reads at once', async () => {
    const { folder, entry, path, file } = await made()
    const ends = [file.size]
    for (const [seq, length] of [700_000, 10, 2_500_000, 10, 1_000_000].entries()) {
      await file.append([commit(seq + 1, 'x'.repeat(length))])
      ends.push(file.size)
    }
    const bytes = readFileSync(path)
    for (let damaged = 1; damaged <= 5; damaged += 1) {
      const copy = Buffer.from(bytes)
      copy[(ends[damaged - 1] ?? 0) + 60] = 0
      writeFileSync(path, copy)
      const { seqs, damaged: found, torn } = await read(folder, entry)
      expect(seqs).toEqual([1, 2, 3, 4, 5].filter((seq) => seq !== damaged))
      expect(found.map(({ offset, bytes: kept }) => [offset, kept.length])).toEqual([
        [ends[damaged - 1], (ends[damaged] ?? 0) - (ends[damaged - 1] ?? 0)],
      ])
      expect(torn).toBeUndefined()
    }
  })

  test('names the place of a lost newline, however far into the file it is', async () => {
    const { folder, entry, path, file } = await made()
    await file.append(Array.from({ length: 4 }, (_, number) => commit(number + 1, 'x'.repeat(600_000))))
    const end = file.size
    await file.append([commit(5), commit(6)])
    const bytes = readFileSync(path)
    const newlineAt = bytes.indexOf(0x0a, end)
    bytes[newlineAt] = 0x20
    writeFileSync(path, bytes)
    const { seqs, damaged } = await read(folder, entry)
    expect(seqs).toEqual([1, 2, 3, 4, 5, 6])
    expect(damaged.map(({ offset, message }) => [offset, message.includes(`byte ${newlineAt}`)])).toEqual([[newlineAt, true]])
  })

  test('rejects where the disk itself fails', async () => {
    const { folder, entry } = await three()
    const failing = { ...nodeFileSystem, open: () => Promise.reject(Object.assign(new Error('x'), { code: 'EIO' })) }
    await expect(readJournal(failing, folder, entry.name, entry, () => {})).rejects.toMatchObject({ code: 'EIO' })
    let closed = 0
    const broken = {
      ...nodeFileSystem,
      open: async (path: string, flags: 'r' | 'r+' | 'wx') => {
        const file = await nodeFileSystem.open(path, flags)
        return Object.assign(file, {
          stat: () => Promise.reject(new Error('broken')),
          close: ((close) => () => {
            closed += 1
            return close()
          })(file.close.bind(file)),
        })
      },
    }
    await expect(readJournal(broken, folder, entry.name, entry, () => {})).rejects.toThrow('broken')
    expect(closed).toBe(1)
  })
})

describe('the writer', () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve))

  test('tells what is durable, and runs what waits for rest between two groups, never within one', async () => {
    const { file } = await made()
    const durable: number[] = []
    const writer = new JournalWriter(file, (seq) => durable.push(seq))
    const order: string[] = []
    const append = writer.append([commit(1), commit(2)]).then(() => order.push('appended'))
    const rest = writer.atRest(() => {
      order.push('at rest')
      return 'result'
    })
    await append
    expect(await rest).toBe('result')
    expect(order).toEqual(['appended', 'at rest'])
    expect(durable).toEqual([2])
    expect(writer.size).toBe(file.size)
    await writer.append([])
    expect(durable).toEqual([2, 0])
    expect(await writer.atRest(() => 'at once')).toBe('at once')
    await expect(
      writer.atRest(() => {
        throw new Error('refused')
      }),
    ).rejects.toThrow('refused')
    await writer.close()
  })

  test('that has written nothing yet is at rest', async () => {
    const { file } = await made()
    expect(await new JournalWriter(file, () => {}).atRest(() => 'at once')).toBe('at once')
  })

  test('runs what waits before the next group begins, even at once after the last', async () => {
    const { file } = await made()
    const writer = new JournalWriter(file, () => {})
    const order: string[] = []
    await writer.append([commit(1)])
    const rest = writer.atRest(() => order.push('rest'))
    const next = writer.append([commit(2)]).then(() => order.push('next'))
    await Promise.all([rest, next])
    expect(order).toEqual(['rest', 'next'])
  })

  test('goes on in another journal, and after a failure tells those who wait', async () => {
    const [one, other] = [await made(), await made()]
    const durable: number[] = []
    const writer = new JournalWriter(one.file, (seq) => durable.push(seq))
    await writer.append([commit(1)])
    const previous = await writer.atRest(() => writer.swap(other.file))
    expect(previous).toBe(one.file)
    await writer.append([commit(2)])
    expect([(await read(one.folder, one.entry)).seqs, (await read(other.folder, other.entry)).seqs]).toEqual([[1], [2]])
    other.disk.fail('write', 'EIO')
    const failing = writer.append([commit(3)])
    const rest = writer.atRest(() => 'after all')
    await expect(failing).rejects.toMatchObject({ code: 'fate-unknown' })
    expect(await rest).toBe('after all')
    expect(durable).toEqual([1, 2])
    await turn()
    await writer.close()
    await expect(other.file.append([commit(4)])).rejects.toThrow()
  })
})
