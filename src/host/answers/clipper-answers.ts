// Answers what the settings ask about web clippers.

import type { ClipperState, PairedClipper } from '../../core/contract/clippers.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { ClipDoor } from '../clips/clip-door.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

export function listClippers(notebook: NotebookHost): ClipperState {
  return doorOf(notebook).state()
}

export function pairClipper(notebook: NotebookHost, { name }: { name: string }): Promise<PairedClipper> {
  return doorOf(notebook).pair(name)
}

export function revokeClipper(notebook: NotebookHost, { id }: { id: string }): Promise<ClipperState> {
  return doorOf(notebook).revoke(id)
}

function doorOf({ clippers }: NotebookHost): ClipDoor {
  if (!clippers) throw new Refusal('read-only', 'this notebook was opened for reading: no clipper can add to it')
  return clippers
}
