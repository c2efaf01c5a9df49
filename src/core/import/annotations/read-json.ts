// Looks into JSON of strangers. Only own fields count, so that a key named `__proto__` or `constructor` is a key like any other.

export type JsonObject = { readonly [key: string]: unknown }

/** Undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** A list as it is; one value as a list of it; nothing as none: JSON-LD writes all three for the same. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
}

/** The first text among values and lists of values: `["Title"]`, `"Title"`, `{value: "Title"}`. */
export function firstString(...values: unknown[]): string {
  for (const value of values) {
    for (const each of listOf(value)) {
      const text = stringOf(isObject(each) ? (field(each, 'value') ?? field(each, '@value') ?? field(each, 'id') ?? field(each, '@id')) : each)
      if (text.trim() !== '') return text
    }
  }
  return ''
}

export function offsetOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined
}
