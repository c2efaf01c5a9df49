// How large something is, in the unit that leaves two or three digits.

const units = ['B', 'KB', 'MB', 'GB', 'TB']

/** Decimal units, as disks and file managers have them. */
export function sizeWords(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0
  return `${value.toFixed(digits)} ${units[unit]}`
}
