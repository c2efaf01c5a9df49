// The text with one way of writing each character that numbers are made of; every character keeps its place.

// Pairs: full form (traditional, Japanese, financial), then what the word tables hold. Chinese and Japanese share one table that way.
const pairs =
  '戶户萬万億亿兩两個个點点幣币圓元圆元約约過过餘余滿满満满強强達达將将韓韩歐欧鎊镑單单単单間间財财總总會会從从當当於于數数倫伦噸吨筆笔輛辆億亿佔占負负號号條条項项種种歲岁層层週周處处樓楼頁页級级類类點点' +
  "−-‒-––－-〜~～~∼~’'‘'\u00a0\u202f\u2009\u202f\u2007\u202f\u3000 ％%＄$￥¥￡£（(）)［[］]＋+／/：:＝=＜<＞>≧≥≦≤．.﹣-︰:"
const financial = '壹一贰二貳二弐二叁三參三参三壱一肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千'

const folded = new Map<string, string>()
for (let index = 0; index < pairs.length; index += 2) folded.set(pairs[index] as string, pairs[index + 1] as string)
const financialDigits = new Map<string, string>()
for (let index = 0; index < financial.length; index += 2) financialDigits.set(financial[index] as string, financial[index + 1] as string)

const toFold = new RegExp(`[${[...folded.keys()].join('').replace(/[[\]\\^-]/g, '\\$&')}Ａ-Ｚａ-ｚ０-９]`, 'g')
// One of them alone is a surname or a word (伍), and so is one in front of a plain numeral (大陆一千家); two are a number.
const financialRun =
  /(?=[壹贰貳弐叁參参壱肆伍陆陸柒捌玖拾佰仟])(?<![大登着])(?:[壹贰貳弐叁參参壱肆伍陆陸柒捌玖](?![一二三四五六七八九])|[拾佰仟十百千零点万亿元角分]){2,400}/g
const financialCharacter = /[壹贰貳弐叁參参壱肆伍陆陸柒捌玖拾佰仟]/
// Between full-width digits the full-width comma groups; anywhere else it ends a clause.
const wideComma = /(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g

export function foldCharacters(text: string): string {
  // Most English text needs nothing: one test instead of four copies.
  if (!/[\u0080-\uffff]/.test(text)) return text
  const plain = text
    .replace(wideComma, ',')
    .replace(toFold, (character) => folded.get(character) ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0))
  if (!financialCharacter.test(plain)) return plain
  return plain.replace(financialRun, (run) => run.replace(/./g, (character) => financialDigits.get(character) ?? character))
}
