// Values on their way between the program and a page: as structured clone would pass them, written as JSON, since the debugger carries only text.
//
// Both functions stand alone: they run in Node, and by their source in the preload's world.

/** Throws what `structuredClone` throws of a function, a promise or a node of the page. */
export function writeClone(value: unknown): string {
  const inside = new Set<object>()
  const write = (part: unknown): unknown => {
    if (part === undefined) return ['undefined']
    if (part === null || typeof part === 'string' || typeof part === 'boolean') return part
    if (typeof part === 'number') return Number.isFinite(part) && !Object.is(part, -0) ? part : ['number', Object.is(part, -0) ? '-0' : String(part)]
    if (typeof part === 'bigint') return ['bigint', String(part)]
    if (typeof part !== 'object') throw new Error(`a ${typeof part} cannot be cloned`)
    if (inside.has(part)) throw new Error('the stand-in passes no value that holds itself')
    inside.add(part)
    const written = writeObject(part)
    inside.delete(part)
    return written
  }
  const writeBytes = (bytes: Uint8Array) => {
    let characters = ''
    for (let start = 0; start < bytes.length; start += 0x8000) characters += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
    return btoa(characters)
  }
  const writeObject = (part: object): unknown => {
    if (Array.isArray(part)) return ['array', part.map(write)]
    if (part instanceof Date) return ['date', part.getTime()]
    if (part instanceof Map) return ['map', [...part].map(([key, held]) => [write(key), write(held)])]
    if (part instanceof Set) return ['set', [...part].map(write)]
    if (part instanceof Error) return ['error', part.name, part.message]
    if (part instanceof ArrayBuffer) return ['bytes', writeBytes(new Uint8Array(part)), 'ArrayBuffer']
    if (part instanceof Uint8Array) return ['bytes', writeBytes(part), 'Uint8Array']
    const kind = Object.prototype.toString.call(part)
    if (kind !== '[object Object]') throw new Error(`the stand-in passes no ${kind}`)
    return ['object', Object.entries(part).map(([name, held]) => [name, write(held)])]
  }
  return JSON.stringify(write(structuredClone(value)))
}

export function readClone(text: string): unknown {
  const readBytes = (encoded: string) => Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
  const read = (part: unknown): unknown => {
    if (!Array.isArray(part)) return part
    const [kind, held, detail] = part
    if (kind === 'undefined') return undefined
    if (kind === 'number') return Number(held)
    if (kind === 'bigint') return BigInt(held)
    if (kind === 'array') return held.map(read)
    if (kind === 'date') return new Date(held)
    if (kind === 'map') return new Map(held.map(([key, value]: [unknown, unknown]) => [read(key), read(value)]))
    if (kind === 'set') return new Set(held.map(read))
    if (kind === 'error') return Object.assign(new Error(detail), { name: held })
    if (kind === 'bytes') return detail === 'ArrayBuffer' ? readBytes(held).buffer : readBytes(held)
    const object = {}
    // Not by assignment: `__proto__` is a name like any other.
    for (const [name, value] of held)
      Object.defineProperty(object, name, { value: read(value), enumerable: true, writable: true, configurable: true })
    return object
  }
  return read(JSON.parse(text))
}
