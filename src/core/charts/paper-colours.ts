// The colours of charts on paper: reports are printed and read elsewhere, so theirs are always those of the light theme (theme/tokens.css).

import type { ChartColours } from './metric-chart.ts'

export const paperColours: ChartColours = {
  ink: '#1f2328',
  dim: '#5b6067',
  line: '#e3dfd4',
  paper: '#ffffff',
  accent: '#0f5e63',
  contradicts: '#a52f28',
  warn: '#8a5505',
  // Single quotes: ECharts writes it into an attribute as it stands.
  font: "Inter, 'Segoe UI', system-ui, 'Noto Sans CJK SC', sans-serif",
  // A page shows a drawing of 720 pixels at half to two thirds of that.
  textSize: 15,
}
