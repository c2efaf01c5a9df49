// The JSON API as one list, and which entry an address means.

import type { ApiMethod, ApiRoute } from './api-route.ts'
import { insightRoutes } from './insight-routes.ts'
import { otherRoutes } from './other-routes.ts'

export const apiRoutes: readonly ApiRoute[] = [...insightRoutes, ...otherRoutes]

type Found = { routes: readonly ApiRoute[]; id: string }

/** The entries of a path, whatever their method; none for any other path, or one whose id cannot be read. */
export function routesAt(path: string): Found {
  for (const { path: template } of apiRoutes) {
    const id = idIn(template, path)
    if (id !== undefined) return { routes: apiRoutes.filter((route) => route.path === template), id }
  }
  return { routes: [], id: '' }
}

export function methodsAt(path: string): readonly ApiMethod[] {
  return routesAt(path).routes.map(({ method }) => method)
}

function idIn(template: string, path: string): string | undefined {
  if (!template.endsWith('/{id}')) return template === path ? '' : undefined
  const prefix = template.slice(0, -'{id}'.length)
  const rest = path.slice(prefix.length)
  if (!path.startsWith(prefix) || rest === '' || rest.includes('/')) return undefined
  try {
    return decodeURIComponent(rest)
  } catch {
    return undefined
  }
}
