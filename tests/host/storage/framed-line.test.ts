// A line of the journal proves itself: what was written is read back, and no flipped, lost or added byte goes unseen.

import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkedPayload, frameLine, LineBuffer, maxFrameHead, readFrameHead } from '../../../src/host/storage/framed-line.ts'

const payload = Buffer.from('{"seq":7,"title":"软银"}')
const checksum = crc32(payload).toString(16).padStart(8, '0')
const line = frameLine('commit', payload)
const read = (bytes: Buffer, at = 0, kind: 'commit' | 'body' = 'commit') => {
  const checked = checkedPayload(kind, bytes, at)
  return checked && { text: checked.payload.toString(), lineEnd: checked.lineEnd }
}

test('is JSON for anybody, in this very form', () => {
  expect(line.toString()).toBe(`{"length":${payload.length},"crc32":"${checksum}","commit":${payload}}\n`)
  expect(frameLine('body', payload).toString()).toBe(`{"length":${payload.length},"crc32":"${checksum}","body":${payload}}\n`)
  expect(JSON.parse(line.toString())).toMatchObject({ commit: { seq: 7, title: '软银' } })
})

test('is read back wherever it stands, as its own kind alone', () => {
  expect(read(line)).toEqual({ text: payload.toString(), lineEnd: line.length - 1 })
  const second = Buffer.concat([line, frameLine('body', payload)])
  expect(read(second, line.length, 'body')).toEqual({ text: payload.toString(), lineEnd: second.length - 1 })
  expect(read(second, line.length)).toBeUndefined()
  expect(read(line, 0, 'body')).toBeUndefined()
  expect(read(line, 1)).toBeUndefined()
  expect(readFrameHead('commit', line, 0)).toEqual({
    payloadStart: line.indexOf(payload),
    payloadEnd: line.indexOf(payload) + payload.length,
    checksum: crc32(payload),
  })
})

test('needs no newline, but its brace', () => {
  expect(read(line.subarray(0, -1))).toMatchObject({ text: payload.toString(), lineEnd: line.length - 1 })
  expect(read(line.subarray(0, -2))).toBeUndefined()
  const other = Buffer.from(line)
  other[line.length - 2] = 0x7c
  expect(read(other)).toBeUndefined()
})

describe('a damaged line', () => {
  test('is seen for every byte that is another, but the newline', () => {
    for (let at = 0; at < line.length - 1; at += 1) {
      for (const flip of [0x01, 0x20, 0x80, 0xff]) {
        const damaged = Buffer.from(line)
        damaged[at] = (damaged[at] ?? 0) ^ flip
        expect([at, flip, read(damaged)]).toEqual([at, flip, undefined])
      }
    }
  })

  test('is seen at every length that it is cut to', () => {
    for (let length = 0; length < line.length - 1; length += 1) expect(read(line.subarray(0, length))).toBeUndefined()
  })

  test.each([
    ['no digits', '{"length":,"crc32":"00000000","commit":}'],
    ['eleven digits', `{"length":00000000000,"crc32":"00000000","commit":}`],
    ['a length with a slash', `{"length":/,"crc32":"00000000","commit":}`],
    ['a length with a colon', `{"length"::,"crc32":"00000000","commit":}`],
    [
      'a checksum in capitals',
      frameLine('commit', payload)
        .toString()
        .replace(checksum, checksum.toUpperCase().replace(/^[0-9]+$/, 'A')),
    ],
    ['a checksum of seven', `{"length":0,"crc32":"0000000","commit":}`],
    ['a checksum of nine', `{"length":0,"crc32":"000000000","commit":}`],
    ['a checksum with a g', `{"length":0,"crc32":"0000000g","commit":}`],
    ['a checksum with a slash', `{"length":0,"crc32":"0000000/","commit":}`],
    ['a checksum with a colon', `{"length":0,"crc32":"0000000:","commit":}`],
    ['a checksum with a grave accent', '{"length":0,"crc32":"0000000`","commit":}'],
    ['a longer payload than there is', `{"length":99,"crc32":"00000000","commit":}`],
    ['nothing', ''],
  ])('with %s is none', (_name, text) => expect(read(Buffer.from(text))).toBeUndefined())

  test('with ten digits and an empty payload is one', () => {
    expect(read(Buffer.from('{"length":0000000000,"crc32":"00000000","commit":}'))).toEqual({ text: '', lineEnd: 50 })
  })
})

test('every checksum is written with eight digits, and every payload is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('commit', 'body'), (text, kind) => {
      const bytes = Buffer.from(JSON.stringify(text))
      const framed = frameLine(kind, bytes)
      expect(framed.indexOf(bytes)).toBeLessThanOrEqual(maxFrameHead)
      expect(read(framed, 0, kind)).toEqual({ text: bytes.toString(), lineEnd: framed.length - 1 })
    }),
  )
  // A checksum that begins with zeros.
  let number = 0
  while (crc32(Buffer.from(String(number))) > 0x000fffff) number += 1
  expect(frameLine('commit', Buffer.from(String(number))).toString()).toMatch(/"crc32":"000[0-9a-f]{5}"/)
  expect(read(frameLine('commit', Buffer.from(String(number))))).toMatchObject({ text: String(number) })
})

describe('lines in one buffer', () => {
  test('are those that frameLine makes, one after the other, and gone when it is cleared', () => {
    const buffer = new LineBuffer()
    expect(buffer.bytes).toHaveLength(0)
    for (const kind of ['commit', 'body'] as const) buffer.add(kind, payload.toString())
    expect(buffer.bytes.equals(Buffer.concat([line, frameLine('body', payload)]))).toBe(true)
    buffer.clear()
    expect(buffer.bytes).toHaveLength(0)
    buffer.add('commit', '1')
    expect(buffer.bytes.equals(frameLine('commit', Buffer.from('1')))).toBe(true)
  })

  test('grow with what is added, and keep what was there', () => {
    const buffer = new LineBuffer()
    const texts = [10, 60_000, 65_536, 200_000, 3, 5_000_000, 70_000].map((length) => JSON.stringify('文'.repeat(length)))
    for (const text of texts) buffer.add('commit', text)
    expect(buffer.bytes.equals(Buffer.concat(texts.map((text) => frameLine('commit', Buffer.from(text)))))).toBe(true)
  })

  test('give enormous room back, and keep the usual', () => {
    const roomOf = (buffer: LineBuffer) => buffer.bytes.buffer.byteLength
    const buffer = new LineBuffer()
    const first = roomOf(buffer)
    buffer.add('commit', JSON.stringify('x'.repeat(5_000_000)))
    expect(roomOf(buffer)).toBeGreaterThan(5_000_000)
    buffer.clear()
    expect(roomOf(buffer)).toBe(first)
    buffer.add('commit', JSON.stringify('x'.repeat(100_000)))
    const grown = roomOf(buffer)
    buffer.clear()
    expect(roomOf(buffer)).toBe(grown)
    // At least twice the room: a note that grows letter by letter must not be copied at each.
    expect(grown).toBeGreaterThanOrEqual(first * 2)
  })
})
