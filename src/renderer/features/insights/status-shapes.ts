// A shape for each status, so that none is told by colour alone.

import type { Insight } from '../../../core/records/insight.ts'

export const statusShapes: Readonly<Record<Insight['status'], string>> = { draft: '○', reviewed: '●', retired: '–' }
