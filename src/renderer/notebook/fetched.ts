// Later parts of the window come from the host, which may be down just then: they are asked for until it is back, never given up.

const askAgainMs = 1_000

export async function fetched<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, askAgainMs))
    }
  }
}
