// Chinese and Japanese numerals and scales, in folded characters (萬 is 万: see fold-characters.ts).

export const numerals: Record<string, number> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 廿: 20 }

export const smallScales: Record<string, number> = { 十: 1, 百: 2, 千: 3 }

export const bigScales: Record<string, number> = { 万: 4, 亿: 8, 兆: 12, 京: 16 }
