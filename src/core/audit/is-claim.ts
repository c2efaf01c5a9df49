// Whether a sentence says something that a reader may ask proof of: an amount, or a verb by which somebody is said to have done, said or become something.

/** With a unit, a scale or a sign of money: a bare number or a year is no amount. */
const amount =
  /[$€£¥￥₩₹]\s?\d|\d(?:[\d,.]*\d)?\s?(?:%|％|‰|bn\b|mn\b|tn\b|[kmbt]\b|billion|million|trillion|thousand|per\s?cent|percentage points?|basis points?|bps?\b|x\b|times\b|fold\b|dollars?|euros?|yen|yuan|pounds?|[十百千万亿萬億兆]|[倍元円圓%]|美元|港元|欧元|歐元|日元|英镑|个百分点|ポイント|パーセント|ドル|ユーロ)|[一二三四五六七八九十百千两兩]+(?:万|亿|萬|億|兆|成|倍)/iu

/**
 * Forms that are verbs and nothing else, mostly in the past: "a report", "the cost", "their plan" and "an issue" claim nothing.
 */
const english =
  /\b(?:said|says|stated|states that|announce[sd]|confirm(?:s|ed)|den(?:ies|ied)|warn(?:s|ed)|predict(?:s|ed)|expects? to|expected to|plans to|planned to|pledged|promised|agree[sd] to|agreed|sells|sold|buys|bought|acquire[sd]|purchased|divested|invest(?:s|ed)|raised|borrow(?:s|ed)|issued|repa(?:ys|id)|funded|financed|paid|earn(?:s|ed)|lost|gained|rose|risen|fell|fallen|grew|grown|shrank|shrunk|increased|decreased|doubled|tripled|halved|exceed(?:s|ed)|reach(?:es|ed)|surpass(?:es|ed)|outperformed|dropped|climbed|plunged|surged|slumped|launche[sd]|launched|approve[sd]|reject(?:s|ed)|sued|fined|hired|dismissed|resigned|merged|overt(?:akes|ook|aken)|caused|led to|resulted in|revealed|reported|disclosed|became|hangs? on|owns)\b/iu
/** What the writer thinks or supposes is no fact to be proved; an amount in it still is. */
const supposed = /\b(?:if|whether|would|could|might|may|perhaps|I|we|our)\b/iu
const chinese =
  /表示|称|指出|宣布|披露|公布|承认|否认|警告|预计|預計|预测|預測|估计|承诺|承諾|同意|出售|卖出|賣出|抛售|拋售|清仓|清倉|减持|減持|增持|收购|收購|买入|買入|购买|购入|投资了|投資了|融资|融資|发行|發行|筹集|籌集|借入|偿还|支付|耗资|盈利|亏损|虧損|上涨|上漲|下跌|增长|增長|减少|減少|下降|上升|超过|超過|达到|達到|翻倍|持有|控制|导致|導致|证明|證明|显示|顯示|推出|批准|拒绝|起诉|起訴|裁员|合并|合併/u
const japanese =
  /述べ|発表し|発表した|明らかにし|認め|否定し|警告し|予想し|見込ん|見込み|見通し|約束し|売却し|売却した|買収し|購入し|取得し|投資し|調達し|発行し|返済し|支払|上昇し|下落し|増加し|減少し|伸び|上回|下回|達し|倍増し|保有し|支配し|引き起こ|証明し|示し|発売し|承認し|提訴し|合併し|売った|買った/u

/** A question claims nothing. */
const question = /[?？]["'”’」』）)]*$|(?:吗|呢|か)[。]?$/u

/** `hasVerbs`: also without an amount, where somebody is said to have done, said or become something. */
export function isClaim(sentence: string, hasVerbs = true): boolean {
  if (sentence.length < 8 || question.test(sentence)) return false
  if (amount.test(sentence)) return true
  if (!hasVerbs) return false
  return (english.test(sentence) && !supposed.test(sentence)) || chinese.test(sentence) || japanese.test(sentence)
}
