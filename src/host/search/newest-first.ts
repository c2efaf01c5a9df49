// The newest records of a walk, without sorting all: for most records it costs one comparison.

type Dated = { id: string; updatedAt: string }

export class NewestFirst<Item extends Dated> {
  readonly items: Item[] = []
  readonly #count: number

  constructor(count: number) {
    this.#count = count
  }

  get isFull(): boolean {
    return this.items.length === this.#count
  }

  add(item: Item): void {
    const last = this.items.at(-1)
    if (this.isFull && last && !isNewer(item, last)) return
    let low = 0
    let high = this.items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isNewer(this.items[middle] as Item, item)) low = middle + 1
      else high = middle
    }
    this.items.splice(low, 0, item)
    if (this.items.length > this.#count) this.items.pop()
  }
}

function isNewer(one: Dated, other: Dated): boolean {
  return one.updatedAt > other.updatedAt || (one.updatedAt === other.updatedAt && one.id < other.id)
}
